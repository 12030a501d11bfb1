using TicketWeb.Kernel;

namespace TicketWeb.Features.Organizations;

public sealed record MemberRemoved(Guid OrganizationId, Guid AccountId, Guid By) : IFact;
