namespace TicketWeb.Features.Events;

/// <summary>What a person fills in about a ticket type, as typed; the sale window as the clocks at the venue show it.</summary>
public sealed record TicketTypeInput(
    string? Name,
    string? Description,
    string? Price,
    int? FewestPerOrder = 1,
    int? MostPerOrder = 10,
    DateTime? OnSaleFrom = null,
    DateTime? OnSaleUntil = null);
