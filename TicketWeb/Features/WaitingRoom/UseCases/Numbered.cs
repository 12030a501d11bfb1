namespace TicketWeb.Features.WaitingRoom.UseCases;

/// <summary>A number in a line.</summary>
internal sealed record Numbered(EventId EventId, int Round, int Number);
