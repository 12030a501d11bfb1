namespace TicketWeb.Features.Payments;

/// <summary>What an organization's team sees of how its share comes to it.</summary>
/// <param name="Account">Null where none was opened.</param>
public sealed record PayoutsView(GatewayAccount? Account);
