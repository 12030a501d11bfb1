using Npgsql;

namespace TicketWeb.Platform.Data;

/// <summary>Tells whether somebody waited for a lock for longer than <see cref="DatabaseConnection"/> allows.</summary>
internal static class LockTimeout
{
    /// <summary>EF takes it for a failure that passes, and wraps it to say so.</summary>
    public static bool IsLockTimeout(this Exception e) => (e as PostgresException ?? e.InnerException) is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable };
}
