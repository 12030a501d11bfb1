using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TicketWeb.Tests.Support;

/// <summary>Takes "for update" out of every command: for the twins of races, which show what the locks are for.</summary>
internal sealed class WithoutRowLocks : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        command.CommandText = command.CommandText.Replace("for update", "", StringComparison.Ordinal).Replace("skip locked", "", StringComparison.Ordinal);
        return ValueTask.FromResult(result);
    }
}
