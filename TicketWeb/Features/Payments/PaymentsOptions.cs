namespace TicketWeb.Features.Payments;

/// <summary>The section <c>Payments</c> of the settings.</summary>
public sealed class PaymentsOptions
{
    public const string Section = "Payments";

    public PaymentProvider Provider { get; set; }
}
