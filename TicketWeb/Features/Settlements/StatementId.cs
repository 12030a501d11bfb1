using TicketWeb.Kernel;

namespace TicketWeb.Features.Settlements;

public readonly record struct StatementId(Guid Value) : IId<StatementId>
{
    public static StatementId From(Guid value) => new(value);
}
