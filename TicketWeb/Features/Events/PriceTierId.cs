using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

public readonly record struct PriceTierId(Guid Value) : IId<PriceTierId>
{
    public static PriceTierId From(Guid value) => new(value);
}
