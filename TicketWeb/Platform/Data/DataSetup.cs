using TicketWeb.Platform.PrivatePostgres;

namespace TicketWeb.Platform.Data;

/// <summary>Where the database comes from: the configured one, or in Development a private one of the app's own.</summary>
public static class DataSetup
{
    private const string Name = "TicketWeb";

    public static void AddData(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Databases>();
        if (builder.Configuration.GetConnectionString(Name) is { Length: > 0 } configured)
        {
            builder.Services.AddSingleton(new DatabaseConnection(configured));
            return;
        }

        if (!builder.Environment.IsDevelopment())
            throw new InvalidOperationException("No database: set ConnectionStrings__TicketWeb to a PostgreSQL connection string.");

        var folder = Path.GetFullPath(Path.Combine(builder.Environment.ContentRootPath, "..", ".local"));
        builder.Services.AddSingleton(services => new PostgresServer(services.GetRequiredService<ILogger<PostgresServer>>())
        {
            Folder = Path.Combine(folder, "postgres"),
            BinariesFolder = Path.Combine(folder, "postgres-binaries"),
        });
        builder.Services.AddSingleton(services => new DatabaseConnection(services.GetRequiredService<PostgresServer>().ConnectionString));
    }

    /// <summary>Call before the app serves: starts the private server if there is one, and brings the schema up to date.</summary>
    public static async Task PrepareDataAsync(this IServiceProvider services, CancellationToken cancel)
    {
        if (services.GetService<PostgresServer>() is { } server)
            await server.StartAsync(cancel);
        await Schema.BringUpToDateAsync(services.GetRequiredService<DatabaseConnection>(), cancel);
    }
}
