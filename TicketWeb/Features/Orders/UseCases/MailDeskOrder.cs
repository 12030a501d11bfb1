using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>Mails the tickets of an order that was sold at the desk. Where nobody has said an address, it is taken down now, once.</summary>
public sealed class MailDeskOrder(Databases databases, Facts facts, OutboxSignal outbox)
{
    /// <param name="email">As typed; of no account where there is an address.</param>
    public async Task<Outcome<Done>> RunAsync(Access access, OrderId id, string? email, CancellationToken cancel)
    {
        if (!access.May(Permission.SellAtDesk))
            return new NotFound("order");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.LockAsync(id, cancel) is not { SoldBy: not null, State: OrderState.Paid or OrderState.PartlyRefunded } order)
            return new NotFound("order");
        if (order.Email is null && order.MailTo(email).Refusal is { } wrong)
            return wrong;
        await facts.RecordAsync(db, id.Value, new OrderMailWanted(id, order.OrganizationId, Guid.CreateVersion7()), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        outbox.Raise();
        return new Done();
    }
}
