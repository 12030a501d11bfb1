using TicketWeb.Kernel;

namespace TicketWeb.Features.BoxOffice;

public readonly record struct DrawerEntryId(Guid Value) : IId<DrawerEntryId>
{
    public static DrawerEntryId From(Guid value) => new(value);
}
