using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Inventory.UseCases;

/// <summary>Puts an event on the storefront, or takes it back; here, because it takes stock to be sold and none sold to go back.</summary>
public sealed class PublishEvent(Databases databases, IEventEditing events)
{
    public Task<Outcome<Done>> RunAsync(Access access, EventId id, CancellationToken cancel) => ChangeAsync(access, async db =>
    {
        var sellable = await db.Set<PoolDraw>().Where(d => d.EventId == id && !db.Set<Pool>().Any(p => p.Id == d.PoolId && p.AddOnId != null)).Select(d => d.TicketTypeId).Distinct().CountAsync(cancel);
        return await events.PublishAsync(db, id, sellable, cancel);
    }, cancel);

    public Task<Outcome<Done>> WithdrawAsync(Access access, EventId id, CancellationToken cancel) => ChangeAsync(access, async db =>
    {
        // Under their lock, so that nobody buys between the look and the change.
        await db.OpenLedgerAsync([id], cancel);
        var anythingClaimed = await db.Set<Pool>().AnyAsync(p => p.EventId == id && p.Claimed > 0, cancel);
        return await events.WithdrawAsync(db, id, anythingClaimed, cancel);
    }, cancel);

    private async Task<Outcome<Done>> ChangeAsync(Access access, Func<TicketDb, Task<Outcome<Done>>> change, CancellationToken cancel)
    {
        if (!access.May(Permission.PublishEvents))
            return new NotFound("event");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var outcome = await change(db);
        if (outcome.Refusal is null)
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return outcome;
    }
}
