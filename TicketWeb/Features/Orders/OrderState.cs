namespace TicketWeb.Features.Orders;

/// <summary>Where an order is in its life; see the table of moves in its domain.</summary>
public enum OrderState
{
    Reserved,
    AwaitingPayment,
    Paid,
    Expired,

    /// <summary>Some of what was paid has gone back; the other tickets are good.</summary>
    PartlyRefunded,

    /// <summary>All tickets have gone back; or money came when they were gone, and went back.</summary>
    Refunded,
}
