using System.Reflection;
using System.Text.Json;
using TicketWeb.Kernel;

namespace TicketWeb.Platform.Outbox;

/// <summary>Finds the handlers of a stored fact and tells them.</summary>
internal sealed class OutboxTeller(IServiceScopeFactory scopes)
{
    private static readonly Dictionary<string, Type> FactTypes = Assembly.GetExecutingAssembly().GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IFact)))
        .ToDictionary(t => t.Name);

    private static readonly MethodInfo Tell = typeof(OutboxTeller).GetMethod(nameof(TellHandlersAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    public Task TellAsync(OutboxMessage message, CancellationToken cancel)
    {
        var type = FactTypes[message.Fact];
        var fact = JsonSerializer.Deserialize(message.Body, type)!;
        return (Task)Tell.MakeGenericMethod(type).Invoke(this, [fact, cancel])!;
    }

    private async Task TellHandlersAsync<TFact>(TFact fact, CancellationToken cancel) where TFact : IFact
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var handler in scope.ServiceProvider.GetServices<IHandle<TFact>>())
            await handler.HandleAsync(fact, cancel);
    }
}
