using TicketWeb.Kernel;

namespace TicketWeb.Features.Organizations;

public sealed record MemberJoined(Guid OrganizationId, Guid AccountId, Role Role) : IFact;
