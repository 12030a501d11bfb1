using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>A dispute, as its order sees it.</summary>
/// <param name="Withdrawn">What of the amount is taken at the moment.</param>
/// <param name="AnswerBy">Until when the bank listens; null where it does not wait.</param>
public sealed record DisputeView(
    DisputeId Id, Guid OrderId, DisputeState State, Money Amount, Money Withdrawn, Money Fee, string Reason, DateTimeOffset? AnswerBy, DateTimeOffset OpenedAt)
{
    /// <summary>True while somebody has to say something to the bank.</summary>
    public bool Waits => State is DisputeState.Inquiry or DisputeState.NeedsAnswer;
}
