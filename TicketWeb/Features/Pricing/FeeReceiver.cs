namespace TicketWeb.Features.Pricing;

/// <summary>Whom a fee goes to.</summary>
public enum FeeReceiver
{
    Platform,
    Organization,
    Processor,
}
