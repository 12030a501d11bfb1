using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>Has the mail with the tickets written again: to the buyer's address, never to another.</summary>
public sealed class ResendTickets(Databases databases, Facts facts, OutboxSignal outbox)
{
    public async Task<Outcome<Done>> RunAsync(Access access, OrderId id, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeBuyers))
            return new NotFound("order");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        if (await db.FindAsync(id, cancel) is not { State: OrderState.Paid or OrderState.PartlyRefunded } order)
            return new NotFound("order");
        await facts.RecordAsync(db, id.Value, new OrderMailWanted(id, order.OrganizationId, Guid.CreateVersion7()), cancel);
        await db.SaveChangesAsync(cancel);
        outbox.Raise();
        return new Done();
    }
}
