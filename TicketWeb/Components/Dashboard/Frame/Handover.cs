using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Caching.Memory;

namespace TicketWeb.Components.Dashboard.Frame;

/// <summary>
/// Hands what a page loaded while it was drawn on the server to the circuit that takes the page over, so that it is neither loaded twice
/// nor flashes empty in between. The values stay in this node's memory; the browser carries only an unguessable key, and when the circuit
/// starts elsewhere the page simply loads again.
/// </summary>
public sealed class Handover : IDisposable
{
    private const string Name = "dashboard-handover";
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly IMemoryCache _cache;
    private readonly PersistingComponentStateSubscription _persisting;
    private readonly Dictionary<string, object?> _loaded = [];
    private Dictionary<string, object?>? _received;

    public Handover(PersistentComponentState state, IMemoryCache cache)
    {
        _cache = cache;
        _persisting = state.RegisterOnPersisting(() => GiveAsync(state), RenderMode.InteractiveServer);
        if (!state.TryTakeFromJson<Guid>(Name, out var key) || !cache.TryGetValue((Name, key), out _received))
            return;
        cache.Remove((Name, key));
    }

    /// <summary>What was handed over under this name, or else what <paramref name="load"/> finds.</summary>
    /// <param name="name">Unique on the page, with the ids it depends on.</param>
    public async ValueTask<T> LoadAsync<T>(string name, Func<Task<T>> load)
    {
        if (_received?.Remove(name, out var received) == true)
            return (T)received!;
        var value = await load();
        if (_received is null)
            _loaded[name] = value;
        return value;
    }

    /// <summary>The page stands: from now on everything is loaded afresh.</summary>
    public void Close() => _received = [];

    public void Dispose() => _persisting.Dispose();

    private Task GiveAsync(PersistentComponentState state)
    {
        var key = Guid.NewGuid();
        _cache.Set((Name, key), _loaded, Kept);
        state.PersistAsJson(Name, key);
        return Task.CompletedTask;
    }
}
