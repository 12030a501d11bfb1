namespace TicketWeb.Features.Door;

/// <summary>The front door: who has come in.</summary>
public interface IDoor
{
    Task<DoorFigures> FiguresAsync(EventId of, CancellationToken cancel);
}
