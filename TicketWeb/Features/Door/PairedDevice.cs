namespace TicketWeb.Features.Door;

/// <summary>What a device gets for its pairing code.</summary>
/// <param name="Token">The device's key from now on. Only its hash is stored.</param>
public sealed record PairedDevice(string Token, string Name);
