namespace TicketWeb.Features.Orders;

/// <summary>What somebody of the team wants to send back.</summary>
/// <param name="Positions">The tickets by their place in the order, 1 being the first; null for all that is left.</param>
/// <param name="Key">Made once for each form: sent twice, it refunds once.</param>
public sealed record RefundInput(IReadOnlyCollection<int>? Positions, RefundWhat What, RefundReason? Reason, string? Note, Guid Key)
{
    /// <summary>The one fee that goes back, by the name that buyers see, where fees alone do; null for all of them.</summary>
    public string? Fee { get; init; }

    /// <summary>True where whoever decides knows that the buyer's bank has taken the money back, and that the buyer then has it twice.</summary>
    public bool Twice { get; init; }
}
