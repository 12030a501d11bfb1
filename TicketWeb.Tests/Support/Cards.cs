namespace TicketWeb.Tests.Support;

/// <summary>The sandbox's cards, as a buyer types them.</summary>
public static class Cards
{
    public const string Succeeds = "4242 4242 4242 4242";
    public const string Declines = "4000 0000 0000 0002";
    public const string AsksTheBuyer = "4000 0025 0000 3155";
    public const string SucceedsLate = "4000 0000 0000 0077";
    public const string RefundFails = "4000 0000 0000 5126";
}
