using TicketWeb.Features.Messages.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Platform.Outbox;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Messages;

public static class MessagesFeature
{
    public static IServiceCollection AddMessages(this IServiceCollection services) => services
        .AddSingleton<MailSignal>()
        .AddSingleton<MailRoom>()
        .AddHostedService<MailWorker>()
        .AddSingleton<Mailbox>()
        .AddSingleton<IAccountLetters, AccountLetters>()
        .AddSingleton<IInvitationLetters, InvitationLetters>()
        .AddSingleton<IMyTickets, SendMyTickets>()
        .AddSingleton<OrderLetters>()
        .AddSingleton<IHandle<OrderPaid>>(s => s.GetRequiredService<OrderLetters>())
        .AddSingleton<IHandle<LatePaymentRefunded>>(s => s.GetRequiredService<OrderLetters>());
}
