namespace TicketWeb.Features.Orders;

/// <summary>What came of an attempt to pay.</summary>
/// <param name="ActionUrl">Where the buyer's bank wants to see them, if it does.</param>
public sealed record PayResult(OrderState State, string? ActionUrl);
