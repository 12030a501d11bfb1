using Npgsql;

namespace TicketWeb.Platform.Data;

/// <summary>Where the database is. One sign-in, which takes the role that a connection is for as it starts.</summary>
public sealed class DatabaseConnection(string connectionString)
{
    private const int LockTimeoutMilliseconds = 5_000;

    /// <summary>The app asks the same few hundred questions all day: each connection keeps the plans of those that it hears most.</summary>
    private const int PlansKept = 100;

    public string ConnectionString { get; } = connectionString;

    /// <summary>A pool of connections that act as the given role.</summary>
    public NpgsqlDataSource Open(DatabaseRole role)
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString) { ApplicationName = $"ticketweb-{Name(role)}" };
        if (role != DatabaseRole.Owner)
        {
            // A lock that is not had in time is a refusal the person can retry, never a page that hangs.
            settings.MaxAutoPrepare = PlansKept;
            settings.Options = $"-c role=ticketweb_{Name(role)} -c lock_timeout={LockTimeoutMilliseconds}";
        }

        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    private static string Name(DatabaseRole role) => role switch
    {
        DatabaseRole.Owner => "owner",
        DatabaseRole.Service => "service",
        DatabaseRole.Tenant => "tenant",
    };
}
