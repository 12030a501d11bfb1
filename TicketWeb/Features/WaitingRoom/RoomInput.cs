namespace TicketWeb.Features.WaitingRoom;

/// <summary>A waiting room as its team sets it up.</summary>
/// <param name="OpensAt">The draw, as the clocks at the venue show it.</param>
/// <param name="PerMinute">How many buyers the checkout shall take.</param>
public sealed record RoomInput(RoomMode? Mode, DateTime? OpensAt, int? PerMinute);
