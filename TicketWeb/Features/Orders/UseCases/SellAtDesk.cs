using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>
/// Sells at the desk, by the steps by which buyers buy: the seats are held first, so that nobody pays for what is not there, and become tickets
/// when the money is in the drawer.
/// </summary>
public sealed class SellAtDesk(Databases databases, StartOrder start, PayOrder pay, IInventory inventory)
{
    /// <summary>Holds what a guest wants for some minutes.</summary>
    /// <param name="comp">Why it is given away; null where it is paid for.</param>
    /// <param name="key">The same for every try, so that two clicks hold once.</param>
    public Task<Outcome<StartedOrder>> HoldAsync(Access access, EventView of, IReadOnlyList<TicketCount> wanted, string? comp, string key, CancellationToken cancel) =>
        HoldAsync(access, of, wanted, comp, key, null, cancel);

    /// <summary>The same for what is given away from an allocation.</summary>
    internal async Task<Outcome<StartedOrder>> HoldAsync(
        Access access, EventView of, IReadOnlyList<TicketCount> wanted, string? comp, string key, AllocationId? from, CancellationToken cancel)
    {
        if (!access.May(Permission.SellAtDesk) || of.OrganizationId != access.OrganizationId || (comp is not null && !access.May(Permission.GiveComps)))
            return new NotFound("event");
        var errors = new InputErrors();
        var reason = comp is null ? null : errors.Text(comp, "comp", "The reason", DeskTerms.LongestReason);
        return errors.None
            ? await start.RunAsync(of.Slug, new OrderInput(wanted, Channel.BoxOffice, key), new DeskTerms(access.AccountId, reason) { Allocation = from }, cancel)
            : errors.ToRefusal();
    }

    /// <summary>The guest has paid: the tickets are theirs. Sent again, it changes nothing.</summary>
    public async Task<Outcome<Done>> TakeAsync(Access access, StartedOrder held, DeskInput input, CancellationToken cancel) =>
        access.May(Permission.SellAtDesk) ? await pay.RunAsync(held.Id, held.Secret, new DeskPayment(access, input), cancel) : new NotFound("order");

    /// <summary>The same for all of a list, or for nobody on it.</summary>
    /// <returns>Why each of them was refused; null where they were not.</returns>
    internal Task<IReadOnlyList<Refusal?>> TakeAllAsync(Access access, IEnumerable<(StartedOrder Held, DeskInput Input)> list) =>
        pay.RunAsync(list.Select(l => (l.Held, new DeskPayment(access, l.Input))));

    /// <summary>The guest has thought better of it: others may have the seats at once.</summary>
    public async Task LetGoAsync(Access access, StartedOrder held, CancellationToken cancel)
    {
        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.LockAsync(held.Id, held.Secret, cancel) is not { State: OrderState.Reserved } order)
            return;
        order.Expire();
        await inventory.ReleaseAsync(db, [order.ReservationId], cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
