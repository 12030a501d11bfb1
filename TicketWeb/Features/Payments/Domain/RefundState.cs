namespace TicketWeb.Features.Payments.Domain;

internal enum RefundState
{
    Requested,
    Sent,

    /// <summary>The gateway refused it: somebody has to look.</summary>
    Failed,
}
