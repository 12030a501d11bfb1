namespace TicketWeb.Features.WaitingRoom.Domain;

/// <summary>What a visitor holds, sealed. Nothing of it is stored on our side.</summary>
/// <param name="Round">Which of the event's lines.</param>
/// <param name="Number">Counted from 0 as people come; before the draw it says nothing about when it is called.</param>
internal sealed record Place(EventId EventId, int Round, int Number, AdmissionId Id, LostPlace? Lost);
