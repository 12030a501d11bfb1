using Npgsql;

namespace TicketWeb.Bench;

/// <summary>What the server's workers have not got to yet.</summary>
/// <param name="Facts">Rows of the outbox that nobody was told of.</param>
/// <param name="Webhooks">What the sandbox still has to deliver.</param>
internal sealed record Queues(long Facts, long Mails, long Webhooks)
{
    private const string Sql =
        """
        select (select count(*) from platform.outbox where told_at is null and given_up_at is null),
               (select count(*) from messages.mails where sent_at is null and failed_at is null),
               (select count(*) from sandbox.events where delivered_at is null)
        """;

    /// <summary>What ends in a mail to a buyer.</summary>
    public long Unsent => Facts + Mails;

    public static async Task<Queues> ReadAsync(Rig rig, CancellationToken cancel)
    {
        await using var connection = await rig.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return new Queues(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }
}
