using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace TicketWeb.Platform.Data;

/// <summary>
/// Opens the database with just the rights its caller needs. Every door signs in as a role that owns nothing;
/// behind the tenant's door PostgreSQL itself hides the rows of all other organizations.
/// </summary>
public sealed class Databases
{
    /// <summary>What a rush uses at a time. Each keeps EF's services for it, which cost more to make than most queries.</summary>
    private const int ContextsKept = 64;

    private readonly PooledDbContextFactory<TicketDb> _contexts;
    private readonly NpgsqlDataSource _batchSource;
    private readonly NpgsqlDataSource _tenantSource;

    /// <param name="listeners">What else hears of every command; nothing but in tests.</param>
    public Databases(DatabaseConnection connection, IEnumerable<IInterceptor> listeners)
    {
        ServiceSource = connection.Pool(DatabaseRole.Service);
        _batchSource = connection.Pool(DatabaseRole.Batch);
        _tenantSource = connection.Pool(DatabaseRole.Tenant);
        _contexts = new PooledDbContextFactory<TicketDb>(TicketDbOptions.With([TenantOnOpen.Instance, .. listeners]), ContextsKept);
    }

    /// <summary>The service's connections, for the few places where SQL says it better than EF.</summary>
    public NpgsqlDataSource ServiceSource { get; }

    /// <summary>For selling, the storefront and the workers, which act for everybody.</summary>
    public TicketDb Service() => _contexts.CreateDbContext().On(ServiceSource);

    /// <summary>The same for many callers' changes at once: <see cref="RowsToChange"/> reads, adds and writes its rows.</summary>
    public TicketDb Batch()
    {
        var db = _contexts.CreateDbContext().On(_batchSource);
        db.Batch = new BatchRows(db.Model);
        return db;
    }

    /// <summary>For what an organization's team does: rows of other organizations are not there.</summary>
    public TicketDb Tenant(Guid organization) => _contexts.CreateDbContext().On(_tenantSource, organization);
}
