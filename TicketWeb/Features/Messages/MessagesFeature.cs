using TicketWeb.Features.Messages.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Platform.Jobs;
using TicketWeb.Platform.Outbox;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Messages;

public static class MessagesFeature
{
    public static IServiceCollection AddMessages(this IServiceCollection services) => services
        .AddSingleton<MailSignal>()
        .AddSingleton<MailRoom>()
        .AddHostedService<MailWorker>()
        .AddSingleton(s => new WatchedQueue("mails", MailWorker.Queue, s.GetRequiredService<MailSignal>())
        {
            What = "j.subject || ' to ' || j.\"to\"",
            // An occasion that is about something ends with its id.
            About = "substring(j.occasion from '^[a-z-]+:([0-9a-f]{32})$')::uuid",
            WrittenAt = "created_at",
        })
        .AddSingleton<Mailbox>()
        .AddSingleton<IAccountLetters, AccountLetters>()
        .AddSingleton<IInvitationLetters, InvitationLetters>()
        .AddSingleton<IMyTickets, SendMyTickets>()
        .AddSingleton<OrderLetters>()
        .AddSingleton<IHandle<OrderPaid>>(s => s.GetRequiredService<OrderLetters>())
        .AddSingleton<IHandle<OrderMailWanted>>(s => s.GetRequiredService<OrderLetters>())
        .AddSingleton<IHandle<OrderRefunded>>(s => s.GetRequiredService<OrderLetters>())
        .AddSingleton<IHandle<LatePaymentRefunded>>(s => s.GetRequiredService<OrderLetters>());
}
