namespace TicketWeb.Tests.Support.StripeEmulator;

/// <summary>Stripe's own names for test payment methods; what happens to each is theirs too.</summary>
public static class StripeCards
{
    public const string Succeeds = "pm_card_visa";
    public const string Declines = "pm_card_visa_chargeDeclined";
    public const string AsksTheBuyer = "pm_card_threeDSecure2Required";
    public const string SucceedsLate = "pm_usBankAccount_success";
    public const string RefundFails = "pm_card_refundFail";
}
