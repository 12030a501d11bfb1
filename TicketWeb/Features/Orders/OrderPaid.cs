using TicketWeb.Features.Inventory;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>An order is paid (or was free): its tickets are owed from this moment on.</summary>
public sealed record OrderPaid(OrderId OrderId, OrganizationId OrganizationId, EventId EventId, string Name, string Email, IReadOnlyList<TicketCount> Tickets) : IFact;
