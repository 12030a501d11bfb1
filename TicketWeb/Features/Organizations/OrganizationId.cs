using TicketWeb.Kernel;

namespace TicketWeb.Features.Organizations;

public readonly record struct OrganizationId(Guid Value) : IId<OrganizationId>
{
    public static OrganizationId From(Guid value) => new(value);
}
