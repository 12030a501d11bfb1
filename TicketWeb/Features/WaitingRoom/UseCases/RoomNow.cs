using TicketWeb.Features.WaitingRoom.Domain;

namespace TicketWeb.Features.WaitingRoom.UseCases;

/// <summary>An event's room as this node last saw it. Nobody changes it any more.</summary>
/// <param name="Room">Null where nobody ever set one up.</param>
internal sealed record RoomNow(Room? Room, bool SoldOut);
