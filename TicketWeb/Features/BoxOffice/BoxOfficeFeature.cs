using TicketWeb.Features.BoxOffice.Data;
using TicketWeb.Features.BoxOffice.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Platform.Outbox;
using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Features.BoxOffice;

public static class BoxOfficeFeature
{
    public static IServiceCollection AddBoxOffice(this IServiceCollection services) => services
        .AddSingleton<KeepDrawers>()
        .AddSingleton<IReact<SoldAtDesk>>(s => s.GetRequiredService<KeepDrawers>())
        .AddSingleton<IReact<RefundHandedBack>>(s => s.GetRequiredService<KeepDrawers>())
        .AddSingleton<ShowDeskSale>()
        .AddSingleton<ShowTakings>()
        .AddSingleton<CloseDrawer>()
        .AddChecks(BoxOfficeChecks.All);
}
