using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TicketWeb.Tests.Support;

/// <summary>Takes "for update" out of every command, and lets everybody look before anybody writes: for the twins of races, which show what the locks are for.</summary>
internal sealed class WithoutRowLocks : DbCommandInterceptor
{
    private const string Lock = "for update";
    private const string Unlocked = "/* not locked */";

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        command.CommandText = command.CommandText.Replace(Lock, Unlocked, StringComparison.Ordinal).Replace("skip locked", "", StringComparison.Ordinal);
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.Contains(Unlocked, StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        return result;
    }
}
