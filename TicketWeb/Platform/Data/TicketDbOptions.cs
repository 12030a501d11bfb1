using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace TicketWeb.Platform.Data;

/// <summary>How EF is used here: on PostgreSQL, untracked unless a query asks, migrations remembered beside the tables they made.</summary>
/// <remarks>
/// The options name no pool of connections; a context is given its connection when it is made. EF keeps a model and its compiled queries for
/// each pool that options name, so this way one of each serves all roles.
/// </remarks>
internal static class TicketDbOptions
{
    /// <param name="listeners">What hears of connections and commands.</param>
    public static DbContextOptions<TicketDb> With(params IInterceptor[] listeners) => new DbContextOptionsBuilder<TicketDb>()
        .UseNpgsql(npgsql => npgsql.MigrationsHistoryTable("migrations", "platform"))
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .AddInterceptors(listeners)
        .Options;

    /// <summary>Gives a context a connection of its own from that pool.</summary>
    /// <param name="organization">See <see cref="TicketDb.Organization"/>.</param>
    public static TicketDb On(this TicketDb db, NpgsqlDataSource source, Guid? organization = null)
    {
        (db.Organization, db.Batch) = (organization, null);
        // Contexts are used again. Whoever opened the last connection of this one by hand need not have closed it.
        db.Database.CloseConnection();
        // EF would set a savepoint before it saves within a transaction and release it after. Here whatever fails in one ends it.
        db.Database.AutoSavepointsEnabled = false;
        db.Database.SetDbConnection(source.CreateConnection(), contextOwnsConnection: true);
        return db;
    }
}
