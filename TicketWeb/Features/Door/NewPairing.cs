namespace TicketWeb.Features.Door;

/// <summary>A code that pairs one device.</summary>
/// <param name="Code">"K7F-2QX-9MB": shown now and never again.</param>
public sealed record NewPairing(string Code, DateTimeOffset ExpiresAt);
