namespace TicketWeb.Features.Payments;

/// <summary>Where an attempt to pay stands, as far as we know; the gateway's word is the truth.</summary>
public enum PaymentState
{
    /// <summary>Written down, the gateway not yet heard.</summary>
    Created,

    /// <summary>The buyer's bank wants to see them (3-D Secure).</summary>
    NeedsAction,

    /// <summary>The gateway will say later.</summary>
    Processing,

    Succeeded,
    Declined,
    Cancelled,
}
