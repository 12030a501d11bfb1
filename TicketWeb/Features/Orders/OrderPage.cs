namespace TicketWeb.Features.Orders;

/// <summary>One page of a list of orders, newest first.</summary>
/// <param name="Total">How many there are on all pages; null when they are more than <see cref="MostCounted"/>.</param>
/// <param name="Next">Where the next page starts; null on the last.</param>
public sealed record OrderPage(IReadOnlyList<OrderRow> Orders, int? Total, OrderId? Next)
{
    /// <summary>Counting a million takes far longer than showing fifty of them, and nobody reads the last digits.</summary>
    public const int MostCounted = 1000;
}
