namespace TicketWeb.Features.Events;

/// <summary>What an organizer decided about the fees of an event.</summary>
/// <param name="Absorbs">True where the organizer pays the platform's fee out of the price; false where buyers pay it on top.</param>
/// <param name="Own">The organizer's own fees.</param>
/// <param name="Processing">What the processor takes; null where that is not reckoned in.</param>
public sealed record EventFees(bool Absorbs, IReadOnlyList<OwnFee> Own, ProcessingTerms? Processing = null)
{
    public static EventFees None { get; } = new(Absorbs: false, []);
}
