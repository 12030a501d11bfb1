using Microsoft.EntityFrameworkCore;
using Npgsql;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>Reserves what a buyer chose and writes the order down at today's prices. The browser's word counts for ids and counts only.</summary>
public sealed class StartOrder(Databases databases, IEvents events, IInventory inventory, IPricing pricing, TimeProvider clock)
{
    /// <param name="key">The browser's own secret for this order, if it made one: sent twice, it starts one order.</param>
    public Task<Outcome<StartedOrder>> RunAsync(string eventSlug, IReadOnlyList<TicketCount> wanted, Channel channel, string? key, CancellationToken cancel) =>
        RunAsync(eventSlug, wanted, channel, key, new BuyerInput(null, null), null, cancel);

    /// <param name="buyer">What an order before this one has asked already: nobody types it twice.</param>
    /// <param name="admission">The buyer's turn in the waiting room, where they had to wait: it starts one order, or the refusal is <see cref="AdmissionUsed"/>.</param>
    public async Task<Outcome<StartedOrder>> RunAsync(
        string eventSlug, IReadOnlyList<TicketCount> wanted, Channel channel, string? key, BuyerInput buyer, AdmissionId? admission, CancellationToken cancel)
    {
        if (await events.FindPublicAsync(eventSlug, cancel) is not { } of)
            return new NotFound("event");
        if (of.State == EventState.Cancelled)
            return new EventIsCancelled();

        var chosen = wanted.Where(w => w.Count != 0).GroupBy(w => w.TicketTypeId).Select(g => new TicketCount(g.Key, Sum(g))).ToList();
        if (PurchaseLimits.Check(of, chosen) is { } limit)
            return limit;

        var secret = CheckoutSecret.Parse(key) ?? CheckoutSecret.New();
        await using var db = databases.Service();
        if (await KnownAsync(db, secret, cancel) is { } known)
            return known;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!(await inventory.ReserveAsync(db, of.OrganizationId, of, chosen, cancel)).IsDone(out var reservation, out var refusal))
        {
            // It may have been the same buyer's other click that took the last ones.
            await transaction.RollbackAsync(cancel);
            return await KnownAsync(db, secret, cancel) is { } made ? made : refusal;
        }

        var quote = pricing.Quote(of.Currency, [.. chosen.Select(c => Item(of, c))]);
        var order = Order.Start(of.OrganizationId, of.Id, reservation.Id, secret, channel, quote, clock.GetUtcNow());
        order.Remember(buyer.Email, buyer.Name);
        order.Admit(admission);
        db.Add(order);
        try
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The other click was faster: what it reserved is this buyer's, what this one reserved goes back with the transaction.
            await transaction.RollbackAsync(cancel);
            return await KnownAsync(db, secret, cancel) is { } first ? first
                : admission is not null ? new AdmissionUsed()
                : throw new InvalidOperationException("A unique value of a new order was taken.", e);
        }

        return new StartedOrder(order.Id, secret.Text);
    }

    /// <summary>Whatever the form says: a count that no number holds is as much too large as the largest one.</summary>
    private static int Sum(IEnumerable<TicketCount> counts) => (int)Math.Clamp(counts.Sum(c => (long)c.Count), int.MinValue, int.MaxValue);

    private static CartItem Item(EventView of, TicketCount chosen)
    {
        var type = of.TicketTypes.Single(t => t.Id == chosen.TicketTypeId);
        return new CartItem(type.Id, type.Name, type.Price, chosen.Count);
    }

    private static async Task<StartedOrder?> KnownAsync(TicketDb db, CheckoutSecret secret, CancellationToken cancel)
    {
        var hash = secret.Hash;
        var id = await db.Set<Order>().Where(o => o.SecretHash == hash).Select(o => (OrderId?)o.Id).SingleOrDefaultAsync(cancel);
        return id is null ? null : new StartedOrder(id.Value, secret.Text);
    }
}
