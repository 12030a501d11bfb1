namespace TicketWeb.Features.Events;

/// <summary>What a person fills in about an event's fees, as typed; empty is none.</summary>
public sealed record FeesInput(bool Absorbs, string? Flat, string? Percent);
