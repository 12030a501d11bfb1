namespace TicketWeb.Features.WaitingRoom;

/// <summary>A waiting room as its team sees it.</summary>
/// <param name="Waiting">In line, or gathered for the draw.</param>
/// <param name="Called">Since the line began.</param>
/// <param name="Choosing">Called within the last ten minutes: their turn is now.</param>
public sealed record RoomFigures(RoomMode Mode, RoomState State, DateTimeOffset? OpensAt, int PerMinute, int Waiting, int Called, int Choosing)
{
    private const int UsualPerMinute = 300;

    /// <summary>What an event has that nobody set one up for.</summary>
    public static readonly RoomFigures None = new(RoomMode.Off, RoomState.Idle, null, UsualPerMinute, 0, 0, 0);
}
