using TicketWeb.Features.Inventory;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>An order is paid (or was free): its tickets are owed from this moment on.</summary>
/// <param name="Proceeds">Whom the money is for. Null in facts that a version before this one wrote.</param>
public sealed record OrderPaid(OrderId OrderId, OrganizationId OrganizationId, EventId EventId, string Name, string Email, IReadOnlyList<TicketCount> Tickets, Proceeds Proceeds) : IFact
{
    /// <summary>True where the money is the organizer's from hand to hand, and never comes through the platform.</summary>
    public bool AtDesk { get; init; }
}
