using Microsoft.Extensions.Options;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Jobs;

namespace TicketWeb.Features.Payments.Sandbox;

/// <summary>Takes payments down in the sandbox's own books, many at a time: a gateway that is slower than what it is there to try out is of no use.</summary>
internal sealed class SandboxTill(Databases databases, IOptions<SandboxOptions> options, TimeProvider clock) : GroupCommit<string, PaymentOrder, GatewayPayment>
{
    protected override async Task<IReadOnlyList<GatewayPayment>> WriteAsync(string key, IReadOnlyList<PaymentOrder> requests)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.Batch();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var known = RowQuery.Of<SandboxIntent>($"where id = any({requests.Select(r => r.Id.Value).ToArray()})");
        await db.ReadAsync([known], CancellationToken.None);
        var intents = known.Found.ToDictionary(i => i.Id);
        foreach (var order in requests.Where(r => !intents.ContainsKey(r.Id)))
        {
            var intent = SandboxIntent.For(order, now, TimeSpan.FromSeconds(options.Value.LateSeconds));
            intents[order.Id] = intent;
            db.Insert(intent);
            db.Insert(SandboxEvent.About(intent, intent.SettlesAt ?? now, options.Value));
        }

        await db.CommitInBulkAsync(CancellationToken.None);
        return [.. requests.Select(r => intents[r.Id].Tell())];
    }
}
