using TicketWeb.Kernel;

namespace TicketWeb.Features.Organizations;

public readonly record struct InvitationId(Guid Value) : IId<InvitationId>
{
    public static InvitationId From(Guid value) => new(value);
}
