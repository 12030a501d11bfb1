using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>Somebody of the team has sold an order, or given it away.</summary>
/// <param name="SoldBy">Whose account.</param>
/// <param name="Tender">Null when nothing was to be paid.</param>
/// <param name="Amount">In minor units.</param>
/// <param name="Comp">Whether it was given away.</param>
public sealed record SoldAtDesk(
    OrderId OrderId, string Number, OrganizationId OrganizationId, EventId EventId, Guid SoldBy, Tender? Tender, long Amount, string Currency, int Tickets, bool Comp) : IFact;
