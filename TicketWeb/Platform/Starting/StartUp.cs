using Microsoft.Extensions.Options;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.PrivatePostgres;

namespace TicketWeb.Platform.Starting;

/// <summary>What must be right before the app serves: its settings and its database.</summary>
public static class StartUp
{
    /// <returns>
    /// False when it cannot start. Why is on the error output by then, in whole sentences and nothing else: they are for whoever has to put it
    /// right. What nobody has foreseen is thrown.
    /// </returns>
    public static async Task<bool> PrepareAsync(this WebApplication app)
    {
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
            await app.Services.PrepareDataAsync(app.Lifetime.ApplicationStopping);
            return true;
        }
        catch (Exception e) when (Sentences(e) is { } sentences)
        {
            foreach (var sentence in sentences)
                await Console.Error.WriteLineAsync(sentence);
            await app.DisposeAsync();
            return false;
        }
    }

    private static IReadOnlyList<string>? Sentences(Exception failure) => failure switch
    {
        DatabaseUnavailableException or PostgresUnavailableException => [failure.Message],
        OptionsValidationException wrong => [.. wrong.Failures],
        AggregateException several when several.InnerExceptions.All(e => e is OptionsValidationException) => [.. several.InnerExceptions.SelectMany(e => Sentences(e)!)],
        _ => null,
    };
}
