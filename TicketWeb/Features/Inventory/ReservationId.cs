using TicketWeb.Kernel;

namespace TicketWeb.Features.Inventory;

public readonly record struct ReservationId(Guid Value) : IId<ReservationId>
{
    public static ReservationId From(Guid value) => new(value);
}
