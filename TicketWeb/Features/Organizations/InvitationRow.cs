namespace TicketWeb.Features.Organizations;

/// <summary>Someone who was asked and has not answered; expired ones stay in sight so that they can be asked again.</summary>
public sealed record InvitationRow(InvitationId Id, string Email, Role Role, DateTimeOffset SentAt, DateTimeOffset ExpiresAt);
