namespace TicketWeb.Features.Events;

/// <summary>What a person fills in about a fee of their own, as typed; empty is none.</summary>
public sealed record OwnFeeInput(string? Name, string? Flat, string? Percent, FeeKind Per = FeeKind.Ticket, bool Absorbed = false, string? From = null, string? To = null);
