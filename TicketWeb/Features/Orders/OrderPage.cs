namespace TicketWeb.Features.Orders;

/// <summary>One page of a list of orders, newest first.</summary>
/// <param name="Next">Where the next page starts; null on the last.</param>
public sealed record OrderPage(IReadOnlyList<OrderRow> Orders, int Total, OrderId? Next);
