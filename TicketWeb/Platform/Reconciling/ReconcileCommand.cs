using Npgsql;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.PrivatePostgres;

namespace TicketWeb.Platform.Reconciling;

/// <summary>
/// <c>dotnet TicketWeb.dll reconcile</c>: runs the checks once, prints what differs, and ends. It serves nothing, starts no worker and writes
/// nothing, so that it may run beside the app and on a copy of its database.
/// </summary>
public static class ReconcileCommand
{
    public const string Name = "reconcile";

    private const int Fine = 0;
    private const int Different = 1;
    private const int NotRun = 2;

    /// <returns>The exit code: 0 without a difference, 1 with some, 2 when the checks could not run.</returns>
    public static async Task<int> RunAsync(WebApplicationBuilder builder)
    {
        // What it prints is for people and scripts: no log in between.
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        try
        {
            await app.Services.OpenDataAsync(CancellationToken.None);
            return await PrintAsync(app.Services.GetRequiredService<Reconciler>()) ? Fine : Different;
        }
        catch (Exception e) when (e is DatabaseUnavailableException or PostgresUnavailableException)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }
        catch (NpgsqlException e)
        {
            await Console.Error.WriteLineAsync($"The database does not answer as it should: {e.Message}");
        }

        return NotRun;
    }

    /// <returns>True when nothing differs.</returns>
    private static async Task<bool> PrintAsync(Reconciler reconciler)
    {
        var fine = true;
        await foreach (var result in reconciler.RunAsync(CancellationToken.None))
        {
            fine &= result.Differences == 0;
            foreach (var line in result.Lines)
                await Console.Out.WriteLineAsync(line);
        }

        if (fine)
            await Console.Out.WriteLineAsync("No differences.");
        return fine;
    }
}
