using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TicketWeb.Platform.Data;

/// <summary>Tells PostgreSQL, as a connection opens, whose rows it may show. Returning the connection to its pool resets it.</summary>
internal sealed class TenantOnOpen : DbConnectionInterceptor
{
    public static readonly TenantOnOpen Instance = new();

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Command(connection, eventData) is not { } command)
            return;
        await using (command)
            await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection, eventData);
        command?.ExecuteNonQuery();
    }

    private static DbCommand? Command(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (eventData.Context is not TicketDb { Organization: { } organization })
            return null;
        var command = connection.CreateCommand();
        command.CommandText = $"select set_config('ticketweb.organization', '{organization:D}', false)";
        return command;
    }
}
