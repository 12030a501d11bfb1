namespace TicketWeb.Features.Orders;

/// <summary>Reasons as people say them.</summary>
public static class RefundReasonWords
{
    /// <summary>Those that somebody of the team may give.</summary>
    public static IReadOnlyList<RefundReason> ToChoose { get; } = [.. Enum.GetValues<RefundReason>().Where(r => r != RefundReason.AtGateway)];

    public static string Spoken(this RefundReason reason) => reason switch
    {
        RefundReason.BuyerAsked => "The buyer asked",
        RefundReason.EventCancelled => "The event is cancelled",
        RefundReason.EventChanged => "The event has changed",
        RefundReason.BoughtTwice => "Bought twice",
        RefundReason.Goodwill => "Goodwill",
        RefundReason.SuspectedFraud => "Suspected fraud",
        RefundReason.Other => "Something else",
        RefundReason.AtGateway => "Made at the payment company",
    };
}
