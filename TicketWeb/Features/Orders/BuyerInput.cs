namespace TicketWeb.Features.Orders;

/// <summary>What a buyer has filled in about themselves so far, as typed.</summary>
public sealed record BuyerInput(string? Email, string? Name);
