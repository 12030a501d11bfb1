using TicketWeb.Features.Door.UseCases;
using TicketWeb.Features.Orders;

namespace TicketWeb.Features.Door;

public static class DoorFeature
{
    public static IServiceCollection AddDoor(this IServiceCollection services) => services
        .AddSingleton<DoorCount>()
        .AddSingleton<IDoor>(s => s.GetRequiredService<DoorCount>())
        .AddSingleton<IOrderTickets, OrderTickets>()
        .AddSingleton<CreatePairing>()
        .AddSingleton<PairDevice>()
        .AddSingleton<RecogniseDevice>()
        .AddSingleton<RevokeDevice>()
        .AddSingleton<ListDevices>()
        .AddSingleton<ShowDoor>()
        .AddSingleton<ScanTicket>()
        .AddSingleton<AdmitOrder>();
}
