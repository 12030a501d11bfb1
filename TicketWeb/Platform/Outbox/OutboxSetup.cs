using TicketWeb.Platform.Jobs;

namespace TicketWeb.Platform.Outbox;

public static class OutboxSetup
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<Facts>()
        .AddSingleton<OutboxSignal>()
        .AddSingleton<OutboxTeller>()
        .AddHostedService<OutboxWorker>()
        .AddHostedService<OutboxCleaner>()
        .AddSingleton(s => new WatchedQueue("facts", OutboxWorker.Queue, s.GetRequiredService<OutboxSignal>()) { What = "j.fact", About = "j.key", WrittenAt = "written_at" });
}
