using TicketWeb.Kernel;

namespace TicketWeb.Features.Door;

public readonly record struct DeviceId(Guid Value) : IId<DeviceId>
{
    public static DeviceId From(Guid value) => new(value);
}
