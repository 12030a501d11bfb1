namespace TicketWeb.Features.Settlements;

/// <summary>Something put right by hand, as typed.</summary>
/// <param name="Amount">What the organization is owed more, or, below zero, less.</param>
/// <param name="Key">Of this one wish: the same form sent twice is one adjustment.</param>
public sealed record AdjustmentInput(string? Amount, string? Reason, Guid Key);
