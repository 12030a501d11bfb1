using TicketWeb.Kernel;

namespace TicketWeb.Features.Settlements;

public readonly record struct EntryId(Guid Value) : IId<EntryId>
{
    public static EntryId From(Guid value) => new(value);
}
