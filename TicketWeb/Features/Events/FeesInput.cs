namespace TicketWeb.Features.Events;

/// <summary>What a person fills in about an event's fees, as typed; empty is none.</summary>
/// <param name="ProcessingFlat">What the processor takes of each order.</param>
/// <param name="ProcessingPercent">What it takes of all that is paid.</param>
/// <param name="AbsorbsProcessing">True where the organizer pays it.</param>
public sealed record FeesInput(bool Absorbs, IReadOnlyList<OwnFeeInput> Own, string? ProcessingFlat = null, string? ProcessingPercent = null, bool AbsorbsProcessing = false);
