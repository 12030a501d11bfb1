namespace TicketWeb.Features.Orders;

/// <summary>Reasons as people say them.</summary>
public static class RefundReasonWords
{
    public static string Spoken(this RefundReason reason) => reason switch
    {
        RefundReason.BuyerAsked => "The buyer asked",
        RefundReason.EventCancelled => "The event is cancelled",
        RefundReason.EventChanged => "The event has changed",
        RefundReason.BoughtTwice => "Bought twice",
        RefundReason.Goodwill => "Goodwill",
        RefundReason.SuspectedFraud => "Suspected fraud",
        RefundReason.Other => "Something else",
    };
}
