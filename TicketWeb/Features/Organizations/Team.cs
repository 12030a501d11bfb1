namespace TicketWeb.Features.Organizations;

/// <summary>Who works for an organization, by name, and who was asked to.</summary>
public sealed record Team(IReadOnlyList<MemberRow> Members, IReadOnlyList<InvitationRow> Invitations);
