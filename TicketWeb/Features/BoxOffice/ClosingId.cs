using TicketWeb.Kernel;

namespace TicketWeb.Features.BoxOffice;

public readonly record struct ClosingId(Guid Value) : IId<ClosingId>
{
    public static ClosingId From(Guid value) => new(value);
}
