namespace TicketWeb.Features.Organizations;

/// <summary>Someone on the team, as the team sees them.</summary>
public sealed record MemberRow(MemberId Id, Guid AccountId, string Name, string Email, Role Role, DateTimeOffset JoinedAt);
