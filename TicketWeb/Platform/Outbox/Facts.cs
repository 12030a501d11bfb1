using System.Text.Json;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Platform.Outbox;

/// <summary>Records what happened: listeners inside the transaction change the database with it, the others are told from the outbox.</summary>
public sealed class Facts(IServiceProvider services, TimeProvider clock)
{
    private readonly AscendingIds _ids = new();

    /// <summary>Call before the change is saved, on the context that saves it.</summary>
    /// <param name="key">Facts with the same key (an order's id, say) are told in order.</param>
    public async Task RecordAsync<TFact>(TicketDb db, Guid key, TFact fact, CancellationToken cancel) where TFact : IFact
    {
        foreach (var listener in services.GetServices<IReact<TFact>>())
            await listener.ReactAsync(db, fact, cancel);

        var now = clock.GetUtcNow();
        db.Insert(new OutboxMessage
        {
            Id = _ids.Next(now),
            Fact = typeof(TFact).Name,
            Key = key,
            Body = JsonSerializer.Serialize(fact),
            WrittenAt = now,
            DueAt = now,
        });
    }
}
