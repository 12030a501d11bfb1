using TicketWeb.Components.Dashboard.Fields;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.WaitingRoom;

/// <summary>A waiting room's settings as they are typed: the draw as the clocks at the venue show it.</summary>
public sealed record RoomForm
{
    public RoomMode Mode { get; set; }

    public string? OpensAt { get; set; }

    public string? PerMinute { get; set; }

    public static RoomForm Of(RoomFigures room, string zone) => new()
    {
        Mode = room.Mode,
        OpensAt = Typed.Text(room.OpensAt?.LocalTime(zone)),
        PerMinute = Typed.Text(room.PerMinute),
    };

    public RoomInput ToInput() => new(Mode, Typed.Time(OpensAt), Typed.Number(PerMinute));
}
