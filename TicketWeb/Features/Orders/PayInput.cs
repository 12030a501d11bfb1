namespace TicketWeb.Features.Orders;

/// <summary>What the buyer fills in to pay, as typed.</summary>
/// <param name="Method">The card; empty when the order is free.</param>
/// <param name="Framed">Whether it was filled in in a frame on somebody else's page.</param>
public sealed record PayInput(string? Email, string? Name, string? Method, bool Framed = false);
