namespace TicketWeb.Features.Orders;

/// <summary>Why money went back, for the figures.</summary>
public enum RefundReason
{
    BuyerAsked,
    EventCancelled,
    EventChanged,
    BoughtTwice,
    Goodwill,
    SuspectedFraud,
    Other,

    /// <summary>Somebody refunded it at the payment company, and not here. Nobody chooses it.</summary>
    AtGateway,
}
