namespace TicketWeb.Features.Payments;

/// <summary>How money on its way back fares.</summary>
public enum RefundState
{
    Requested,
    Sent,

    /// <summary>The gateway refused it: somebody has to look.</summary>
    Failed,
}
