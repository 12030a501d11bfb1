using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace TicketWeb.Platform.Data;

/// <summary>
/// Opens the database with just the rights its caller needs. Every door signs in as a role that owns nothing;
/// behind the tenant's door PostgreSQL itself hides the rows of all other organizations.
/// </summary>
public sealed class Databases
{
    private readonly DbContextOptions<TicketDb> _options;
    private readonly NpgsqlDataSource _tenantSource;

    /// <param name="listeners">What else hears of every command; nothing but in tests.</param>
    public Databases(DatabaseConnection connection, IEnumerable<IInterceptor> listeners)
    {
        ServiceSource = connection.Pool(DatabaseRole.Service);
        _tenantSource = connection.Pool(DatabaseRole.Tenant);
        _options = TicketDbOptions.With([TenantOnOpen.Instance, .. listeners]);
    }

    /// <summary>The service's connections, for the few places where SQL says it better than EF.</summary>
    public NpgsqlDataSource ServiceSource { get; }

    /// <summary>For selling, the storefront and the workers, which act for everybody.</summary>
    public TicketDb Service() => _options.On(ServiceSource);

    /// <summary>The same for many callers' changes at once, which <see cref="BulkSave"/> writes: nothing is compared before then.</summary>
    public TicketDb Batch()
    {
        var db = Service();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        return db;
    }

    /// <summary>For what an organization's team does: rows of other organizations are not there.</summary>
    public TicketDb Tenant(Guid organization) => _options.On(_tenantSource, organization);
}
