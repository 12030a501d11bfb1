using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Tickets;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.BoxOffice.UseCases;

/// <summary>An order that was sold at the desk, for whoever sells there.</summary>
public sealed class ShowDeskSale(Databases databases, IPasses passes, IOrderTickets tickets)
{
    /// <summary>Null when there is no such order for this person.</summary>
    public async Task<DeskSale?> RunAsync(Access access, OrderId id, CancellationToken cancel)
    {
        if (!access.May(Permission.SellAtDesk)
            || await passes.OfOrderAsync(id, cancel) is not { Order.Channel: Channel.BoxOffice } book || book.Organization.Id != access.OrganizationId)
            return null;
        await using var db = databases.Tenant(access.OrganizationId.Value);
        return new DeskSale(book, await tickets.OfAsync(db, id, cancel));
    }
}
