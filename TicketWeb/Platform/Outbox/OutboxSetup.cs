namespace TicketWeb.Platform.Outbox;

public static class OutboxSetup
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<Facts>()
        .AddSingleton<OutboxSignal>()
        .AddSingleton<OutboxTeller>()
        .AddHostedService<OutboxWorker>();
}
