namespace TicketWeb.Features.Door;

/// <summary>What a device shows above its camera.</summary>
/// <param name="When">At the venue: "Fri 12 Mar, 20:00".</param>
public sealed record DoorView(string Event, string Gate, string When, string Device, int Inside, int Expected);
