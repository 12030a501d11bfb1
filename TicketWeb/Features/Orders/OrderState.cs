namespace TicketWeb.Features.Orders;

/// <summary>Where an order is in its life; see the table of moves in its domain.</summary>
public enum OrderState
{
    Reserved,
    AwaitingPayment,
    Paid,
    Expired,

    /// <summary>Money came when the tickets were gone, and went back.</summary>
    Refunded,
}
