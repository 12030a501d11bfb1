using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TicketWeb.Tests.Support;

/// <summary>For the twins of races: no locks, no row versions, and all go on only when all have read from a table and seen that nothing has happened yet.</summary>
internal sealed partial class WithoutGuards(string table, Barrier allHaveLooked) : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        command.CommandText = RowVersion().Replace(command.CommandText.Replace("for update", "", StringComparison.Ordinal), "");
        return ValueTask.FromResult(result);
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.Contains($"FROM {table}", StringComparison.Ordinal))
            allHaveLooked.SignalAndWait(TimeSpan.FromSeconds(30), cancellationToken);
        return ValueTask.FromResult(result);
    }

    [GeneratedRegex(@" AND xmin = @\w+")]
    private static partial Regex RowVersion();
}
