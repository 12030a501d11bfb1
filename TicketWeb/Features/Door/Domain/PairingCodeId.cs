using TicketWeb.Kernel;

namespace TicketWeb.Features.Door.Domain;

internal readonly record struct PairingCodeId(Guid Value) : IId<PairingCodeId>
{
    public static PairingCodeId From(Guid value) => new(value);
}
