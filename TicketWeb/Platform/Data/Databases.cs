using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TicketWeb.Platform.Data;

/// <summary>
/// Opens the database with just the rights its caller needs. Every door signs in as a role that owns nothing;
/// behind the tenant's door PostgreSQL itself hides the rows of all other organizations.
/// </summary>
public sealed class Databases : IAsyncDisposable
{
    private readonly DbContextOptions<TicketDb> _service;
    private readonly DbContextOptions<TicketDb> _tenant;
    private readonly NpgsqlDataSource _tenantSource;

    public Databases(DatabaseConnection connection)
    {
        ServiceSource = connection.Open(DatabaseRole.Service);
        _tenantSource = connection.Open(DatabaseRole.Tenant);
        _service = Options(ServiceSource);
        _tenant = Options(_tenantSource);
    }

    /// <summary>The service's connections, for the few places where SQL says it better than EF.</summary>
    public NpgsqlDataSource ServiceSource { get; }

    /// <summary>For selling, the storefront and the workers, which act for everybody.</summary>
    public TicketDb Service() => new(_service);

    /// <summary>For what an organization's team does: rows of other organizations are not there.</summary>
    public TicketDb Tenant(Guid organization) => new(_tenant) { Organization = organization };

    public async ValueTask DisposeAsync()
    {
        await ServiceSource.DisposeAsync();
        await _tenantSource.DisposeAsync();
    }

    private static DbContextOptions<TicketDb> Options(NpgsqlDataSource source) => new DbContextOptionsBuilder<TicketDb>()
        .UseTicketDb(source)
        .AddInterceptors(TenantOnOpen.Instance)
        .Options;
}
