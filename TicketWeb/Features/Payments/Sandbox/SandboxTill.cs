using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Jobs;

namespace TicketWeb.Features.Payments.Sandbox;

/// <summary>Takes payments down in the sandbox's own books, many at a time: a gateway that is slower than what it is there to try out is of no use.</summary>
internal sealed class SandboxTill(Databases databases, IOptions<SandboxOptions> options, TimeProvider clock) : GroupCommit<string, PaymentOrder, GatewayPayment>
{
    protected override async Task<IReadOnlyList<GatewayPayment>> WriteAsync(string key, IReadOnlyList<PaymentOrder> requests)
    {
        try
        {
            return await TakeAsync(requests);
        }
        catch (PostgresException e) when (requests.Count == 1 && e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // It was asked before: one payment, one effect.
            await using var db = databases.Service();
            return [(await db.Set<SandboxIntent>().SingleAsync(i => i.Id == requests[0].Id)).Tell()];
        }
    }

    private async Task<IReadOnlyList<GatewayPayment>> TakeAsync(IReadOnlyList<PaymentOrder> requests)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.Batch();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var intents = requests.Select(r => SandboxIntent.For(r, now, TimeSpan.FromSeconds(options.Value.LateSeconds))).ToList();
        foreach (var intent in intents)
        {
            db.Insert(intent);
            db.Insert(SandboxEvent.About(intent, intent.SettlesAt ?? now, options.Value));
        }

        await db.CommitInBulkAsync(CancellationToken.None);
        return [.. intents.Select(i => i.Tell())];
    }
}
