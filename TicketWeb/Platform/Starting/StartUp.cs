using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Npgsql;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.PrivatePostgres;

namespace TicketWeb.Platform.Starting;

/// <summary>What must be right before the app serves: its settings, its database and its address. What is not is a sentence for whoever has to put it right.</summary>
public static partial class StartUp
{
    private static volatile bool _serving;

    /// <summary>Until the app serves, the host says nothing about a failure: whoever catches it does. That a worker has ended it is said always.</summary>
    public static void AddStartUp(this WebApplicationBuilder builder) =>
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= (_serving ? LogLevel.Information : LogLevel.Critical));

    /// <returns>
    /// False when it cannot start. Why is on the error output by then, in whole sentences and nothing else. What nobody has foreseen is thrown.
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

    /// <summary>Serves until the app is told to stop.</summary>
    /// <returns>False, with a sentence on the error output, when it cannot have the address that it is to listen at.</returns>
    public static async Task<bool> ServeAsync(this WebApplication app)
    {
        await using var running = app;
        try
        {
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            var address = AddressInMessage().Match(e.Message).Value;
            await Console.Error.WriteLineAsync($"Something else listens at {address} already. Stop that first, or start with --urls and another port, like --urls http://localhost:5081.");
            // The workers began before.
            await app.StopAsync();
            return false;
        }

        _serving = true;
        await app.WaitForShutdownAsync();
        return true;
    }

    private static IReadOnlyList<string>? Sentences(Exception failure) => failure switch
    {
        DatabaseUnavailableException or PostgresUnavailableException => [failure.Message],
        OptionsValidationException wrong => [.. wrong.Failures],
        AggregateException several when several.InnerExceptions.All(e => e is OptionsValidationException) => [.. several.InnerExceptions.SelectMany(e => Sentences(e)!).Distinct()],
        InvalidOperationException when UnreadableSetting().Match(failure.Message) is { Success: true } match =>
            [$"{match.Groups["setting"].Value} cannot be “{match.Groups["value"].Value}”: {Expected(match.Groups["type"].Value)}."],
        // 08: no connection, 28: who signs in, 3D: which database, 53 and 57: no room, or not ready. What else PostgreSQL refuses is a bug of ours.
        PostgresException { SqlState: ['0', '8', ..] or ['2', '8', ..] or ['3', 'D', ..] or ['5', '3', ..] or ['5', '7', ..] } refused =>
            [$"PostgreSQL does not let the app in: {refused.MessageText}. Look at ConnectionStrings__TicketWeb."],
        PostgresException => null,
        NpgsqlException or SocketException => [$"PostgreSQL cannot be reached: {failure.Message.TrimEnd('.')}. See that it is running, and that ConnectionStrings__TicketWeb says where."],
        _ => null,
    };

    private static string Expected(string type) => type switch
    {
        "Int32" or "Int64" => "it must be a whole number",
        "Boolean" => "it must be true or false",
        "TimeSpan" => "it must be a time, like 00:01:00",
        "Uri" => "it must be an address, like https://tickets.example",
        _ when typeof(StartUp).Assembly.GetType(type) is { IsEnum: true } choice => $"it must be {string.Join(" or ", Enum.GetNames(choice))}",
        _ => "the README's table of settings says what it may be",
    };

    /// <summary>What the binder of settings says of one that it cannot read.</summary>
    [GeneratedRegex(@"^Failed to convert configuration value '(?<value>.*)' at '(?<setting>[^']+)' to type '(?:System\.)?(?<type>[\w.]+)'\.?$")]
    private static partial Regex UnreadableSetting();

    [GeneratedRegex(@"https?://\S+(?=:\s)")]
    private static partial Regex AddressInMessage();
}
