using TicketWeb.Features.Orders;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Settlements.Data;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Platform.Outbox;
using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Features.Settlements;

public static class SettlementsFeature
{
    public static IServiceCollection AddSettlements(this IServiceCollection services) => services
        .AddSingleton<KeepBook>()
        .AddSingleton<IReact<OrderPaid>>(s => s.GetRequiredService<KeepBook>())
        .AddSingleton<IReact<OrderRefunded>>(s => s.GetRequiredService<KeepBook>())
        .AddSingleton<IReact<SurplusRefunded>>(s => s.GetRequiredService<KeepBook>())
        .AddSingleton<IReact<RefundSent>>(s => s.GetRequiredService<KeepBook>())
        .AddSingleton<IReact<RefundGivenByHand>>(s => s.GetRequiredService<KeepBook>())
        .AddSingleton<IReact<RefundReturned>>(s => s.GetRequiredService<KeepBook>())
        .AddSingleton<IReact<RefundUndone>>(s => s.GetRequiredService<KeepBook>())
        .AddSingleton<IReact<DisputeMoved>>(s => s.GetRequiredService<KeepBook>())
        .AddSingleton<BookWhatIsMissing>()
        .AddHostedService<BookAtStart>()
        .AddSingleton<ShowStatement>()
        .AddSingleton<ListStatements>()
        .AddSingleton<CloseStatement>()
        .AddSingleton<AdjustBook>()
        .AddSingleton<ListEntries>()
        .AddSingleton<IssueDocuments>()
        .AddChecks(SettlementChecks.All);
}
