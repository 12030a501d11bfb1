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
}
