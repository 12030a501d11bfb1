using Npgsql;

namespace TicketWeb.Bench;

/// <summary>What the server's workers have not got to yet.</summary>
/// <param name="Facts">Rows of the outbox that nobody was told of.</param>
/// <param name="Webhooks">What the sandbox still has to deliver.</param>
/// <param name="Expired">Reservations whose time is over and whose stock is not back.</param>
/// <param name="Paying">Reservations whose payment is under way.</param>
internal sealed record Queues(long Facts, long Mails, long Webhooks, long Expired, long Paying)
{
    private const string Sql =
        """
        select (select count(*) from platform.outbox where told_at is null and given_up_at is null),
               (select count(*) from messages.mails where sent_at is null and failed_at is null),
               (select count(*) from sandbox.events where delivered_at is null),
               (select count(*) from inventory.reservations where state = 'Active' and expires_at < now()),
               (select count(*) from inventory.reservations where state = 'Paying')
        """;

    /// <summary>What ends in a mail to a buyer.</summary>
    public long Unsent => Facts + Mails;

    /// <summary>All that some worker is to do now.</summary>
    public long UnderWay => Facts + Mails + Webhooks + Expired;

    public static async Task<Queues> ReadAsync(Rig rig, CancellationToken cancel)
    {
        await using var connection = await rig.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return new Queues(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4));
    }
}
