using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TicketWeb.Platform.Data;

internal static class TicketDbOptions
{
    /// <summary>PostgreSQL, untracked unless a query asks, migrations remembered beside the tables they made.</summary>
    public static DbContextOptionsBuilder<TicketDb> UseTicketDb(this DbContextOptionsBuilder<TicketDb> options, NpgsqlDataSource source) => options
        .UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable("migrations", "platform"))
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
}
