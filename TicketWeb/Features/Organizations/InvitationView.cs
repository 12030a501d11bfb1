namespace TicketWeb.Features.Organizations;

/// <summary>What the invited person is shown before they answer.</summary>
public sealed record InvitationView(string OrganizationName, string Email, Role Role, DateTimeOffset ExpiresAt);
