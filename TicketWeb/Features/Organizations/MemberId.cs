using TicketWeb.Kernel;

namespace TicketWeb.Features.Organizations;

public readonly record struct MemberId(Guid Value) : IId<MemberId>
{
    public static MemberId From(Guid value) => new(value);
}
