namespace TicketWeb.Features.WaitingRoom;

/// <summary>What a room does now: idle → gathering → calling ⇄ paused → idle.</summary>
public enum RoomState
{
    /// <summary>Nobody waits, and nobody has to.</summary>
    Idle,

    /// <summary>Everybody who comes waits for the draw.</summary>
    Gathering,

    /// <summary>Places are called, one after the other.</summary>
    Calling,

    /// <summary>The team has stopped the calling. Those who were called go on.</summary>
    Paused,
}
