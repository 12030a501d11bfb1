namespace TicketWeb.Features.Payments;

/// <summary>What the gateway says about an account.</summary>
/// <param name="Reference">The gateway's own id.</param>
/// <param name="TakesPayments">Whether what is sold may go to it.</param>
/// <param name="PaysOut">Whether what it holds goes on to a bank.</param>
/// <param name="Answered">Whether the gateway's questions have been answered; it may still be looking at the answers.</param>
public sealed record GatewayAccount(string Reference, bool TakesPayments, bool PaysOut, bool Answered)
{
    /// <summary>Whether a share of what is sold gets as far as a bank.</summary>
    public bool IsReady => TakesPayments && PaysOut;
}
