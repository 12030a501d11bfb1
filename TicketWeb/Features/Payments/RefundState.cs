namespace TicketWeb.Features.Payments;

/// <summary>How money on its way back fares.</summary>
public enum RefundState
{
    /// <summary>On its way to the gateway; or, of what was paid at the desk, until somebody there has given it back.</summary>
    Requested,
    Sent,

    /// <summary>The gateway refused it: somebody has to look.</summary>
    Failed,
}
