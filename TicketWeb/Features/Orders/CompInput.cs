using TicketWeb.Features.Events;

namespace TicketWeb.Features.Orders;

/// <summary>Who is given tickets, as typed.</summary>
/// <param name="Reason">Why; the team sees it in the orders.</param>
/// <param name="List">One person a line, like "Sam Okafor &lt;sam@example.org&gt;, 2".</param>
/// <param name="Key">Made once for each form: sent twice, it gives once.</param>
public sealed record CompInput(TicketTypeId? Type, string? Reason, string? List, Guid Key);
