using TicketWeb.Features.Orders;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Features.BoxOffice;

/// <summary>One thing that happened at the desk.</summary>
/// <param name="Tender">Null where nothing was to be paid.</param>
/// <param name="Amount">Below zero where it was given back.</param>
public sealed record DrawerEntryView(DrawerEntryKind Kind, OrderId OrderId, string OrderNumber, string Operator, Tender? Tender, Money Amount, int Tickets, DateTimeOffset At);
