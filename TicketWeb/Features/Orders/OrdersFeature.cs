using TicketWeb.Features.Orders.Data;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Platform.Outbox;
using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Features.Orders;

public static class OrdersFeature
{
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddSingleton<IOrders, OrderReader>()
        .AddSingleton<StartOrder>()
        .AddSingleton<Checkout>()
        .AddSingleton<PayOrder>()
        .AddSingleton<SettleOrder>()
        .AddSingleton<FollowPayment>()
        .AddSingleton<IHandle<PaymentChanged>>(s => s.GetRequiredService<FollowPayment>())
        .AddSingleton<IHandle<RefundedAtGateway>, FollowRefunds>()
        .AddSingleton<ExpireOrders>()
        .AddHostedService<OrderSweeper>()
        .AddSingleton<ListOrders>()
        .AddSingleton<ShowSales>()
        .AddSingleton<CountCodeUses>()
        .AddSingleton<FindCode>()
        .AddSingleton<CountTiers>()
        .AddSingleton<NameOrders>()
        .AddSingleton<ShowOrder>()
        .AddSingleton<ResendTickets>()
        .AddSingleton<ReckonOrder>()
        .AddSingleton<RefundOrder>()
        .AddSingleton<RepeatRefund>()
        .AddSingleton<GiveRefundByHand>()
        .AddSingleton<ShowDesk>()
        .AddSingleton<SellAtDesk>()
        .AddSingleton<GiveComps>()
        .AddSingleton<MailDeskOrder>()
        .AddSingleton<HandBackRefund>()
        .AddSingleton<RefundSums>()
        .AddSingleton<ShowRefunds>()
        .AddSingleton<ReportRefunds>()
        .AddSingleton<RefundEvent>()
        .AddSingleton<EventRefundSignal>()
        .AddHostedService<EventRefundWorker>()
        .AddChecks(OrderChecks.All);
}
