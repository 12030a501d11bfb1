using TicketWeb.Kernel;

namespace TicketWeb.Features.Organizations;

public sealed record MemberRoleChanged(Guid OrganizationId, Guid AccountId, Role From, Role To, Guid By) : IFact;
