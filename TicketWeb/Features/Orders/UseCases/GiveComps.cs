using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>
/// Gives tickets from an allocation to a list of people, by the steps of the desk: all of them are held, and then given in one transaction, or none is. What is
/// given is mailed as any order is.
/// </summary>
public sealed class GiveComps(Databases databases, IEvents events, IInventory inventory, SellAtDesk desk)
{
    public async Task<Outcome<CompsGiven>> RunAsync(Access access, EventId id, AllocationId from, CompInput input, CancellationToken cancel)
    {
        if (!access.May(Permission.GiveComps) || !access.May(Permission.SellAtDesk) || await events.FindAsync(id, cancel) is not { } of || of.OrganizationId != access.OrganizationId)
            return new NotFound("event");
        if (await inventory.FindAllocationAsync(from, cancel) is not { } allocation || allocation.EventId != id)
            return new NotFound("allocation");
        var errors = new InputErrors();
        errors.Require(input.Type is { } type && allocation.Left.ContainsKey(type), "type", "Choose what they get.");
        errors.Text(input.Reason, "reason", "The reason", DeskTerms.LongestReason);
        var read = CompLine.Read(input.List);
        if (!errors.None || !read.IsDone(out var lines, out _))
            return new InvalidInput([.. errors.ToRefusal().Errors, .. (read.Refusal as InvalidInput)?.Errors ?? []]);

        var held = await Task.WhenAll(lines.Select(l => HoldAsync(access, of, from, input, l, cancel)));
        var refusals = held.Select(h => h.Refusal).ToList();
        if (refusals.All(r => r is null))
            refusals = [.. await desk.TakeAllAsync(access, lines.Zip(held, (l, h) => (h.Value, new DeskInput(l.Name, l.Email.Value, null, null, null))))];
        if (lines.Zip(refusals).FirstOrDefault(l => l.Second is not null) is ({ } line, { } refusal))
        {
            foreach (var order in held.Where(h => h.Refusal is null))
                await desk.LetGoAsync(access, order.Value, cancel);
            return line.Refuse(refusal);
        }

        return new CompsGiven(lines.Count, lines.Sum(l => l.Count));
    }

    /// <summary>Sent again it is the order of the first time; where that one was let go, the next.</summary>
    private async Task<Outcome<StartedOrder>> HoldAsync(Access access, EventView of, AllocationId from, CompInput input, CompLine line, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await desk.HoldAsync(access, of, [new TicketCount(input.Type!.Value, line.Count)], input.Reason ?? "", line.Secret(input.Key, attempt), from, cancel);
            if (!outcome.IsDone(out var held, out var refusal) || !await IsGoneAsync(access, held.Id, cancel))
                return outcome;
        }
    }

    private async Task<bool> IsGoneAsync(Access access, OrderId id, CancellationToken cancel)
    {
        await using var db = databases.Tenant(access.OrganizationId.Value);
        return await db.Set<Order>().AnyAsync(o => o.Id == id && o.State == OrderState.Expired, cancel);
    }
}
