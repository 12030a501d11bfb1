using TicketWeb.Platform.PrivatePostgres;

namespace TicketWeb.Platform.Data;

/// <summary>Where the database comes from: the configured one, or in Development a private one of the app's own.</summary>
public static class DataSetup
{
    private const string Name = "TicketWeb";

    public static void AddData(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Databases>();
        var configured = builder.Configuration.GetConnectionString(Name);
        if (!string.IsNullOrEmpty(configured) || !builder.Environment.IsDevelopment())
        {
            // Made when it is first asked for, so that whoever starts something can say what is wrong with it.
            builder.Services.AddSingleton(_ => new DatabaseConnection(configured));
            return;
        }

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

    /// <summary>
    /// For what only reads: uses the private server where there is one, also that of an app which is running, and changes no schema. Throws
    /// <see cref="DatabaseUnavailableException"/> when the schema is not there yet.
    /// </summary>
    public static async Task OpenDataAsync(this IServiceProvider services, CancellationToken cancel)
    {
        if (services.GetService<PostgresServer>() is { } server)
            await server.StartOrJoinAsync(cancel);
        if (!await Schema.IsUpToDateAsync(services.GetRequiredService<DatabaseConnection>(), cancel))
            throw new DatabaseUnavailableException("The database is older than this build. Start the app once: it brings the database up to date.");
    }
}
