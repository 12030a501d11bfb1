namespace TicketWeb.Features.Events;

/// <summary>What a person fills in about a price tier, as typed; times as the clocks at the venue show them.</summary>
/// <param name="Id">The tier that it was; null for a new one.</param>
public sealed record PriceTierInput(PriceTierId? Id, string? Name, string? Price, DateTime? From = null, DateTime? Until = null, int? Most = null);
