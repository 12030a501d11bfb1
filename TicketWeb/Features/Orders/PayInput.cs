namespace TicketWeb.Features.Orders;

/// <summary>What the buyer fills in to pay, as typed.</summary>
/// <param name="Method">The card; empty when the order is free.</param>
public sealed record PayInput(string? Email, string? Name, string? Method);
