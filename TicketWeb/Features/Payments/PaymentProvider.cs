namespace TicketWeb.Features.Payments;

/// <summary>Who takes the money.</summary>
public enum PaymentProvider
{
    /// <summary>Nobody: a gateway for trying out.</summary>
    Sandbox,
    Stripe,
}
