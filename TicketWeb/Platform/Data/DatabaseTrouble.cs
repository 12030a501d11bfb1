using Npgsql;

namespace TicketWeb.Platform.Data;

/// <summary>Tells apart what PostgreSQL could not do just now. EF wraps it, once or twice.</summary>
internal static class DatabaseTrouble
{
    private static readonly string[] Shutdowns =
        [PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow, PostgresErrorCodes.TooManyConnections];

    /// <summary>Somebody waited for a lock for longer than <see cref="DatabaseConnection"/> allows.</summary>
    public static bool IsLockTimeout(this Exception e) => Cause(e) is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable };

    /// <summary>No answer came.</summary>
    public static bool IsOutOfReach(this Exception e) => Cause(e) is not null and not PostgresException;

    /// <summary>The answer was that it is about to stop or to start, or has no room.</summary>
    public static bool IsShutdown(this Exception e) => Cause(e) is PostgresException { SqlState: var state } && Shutdowns.Contains(state);

    private static NpgsqlException? Cause(Exception e) => e as NpgsqlException ?? (e.InnerException is { } inner ? Cause(inner) : null);
}
