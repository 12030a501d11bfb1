using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace TicketWeb.Platform.Security;

/// <summary>
/// Keeps codes from being guessed. Right ones cost nothing, so any number of people may share one. An address that was wrong too often has to wait,
/// with right ones too: an answer would tell them from the others. Who sends many at once owes for all of them. Counted on each node (decision 51).
/// </summary>
public sealed class WrongCodes(IOptions<RateLimitsOptions> limits, TimeProvider clock)
{
    private const int ManyVisitors = 10_000;

    /// <summary>When everything is forgotten that a visitor got wrong.</summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> _forgotten = [];

    private RateLimit Limit => limits.Value.WrongCodes;

    private TimeSpan Each => Limit.Per / Limit.Permits;

    public bool MayTry(HttpContext http) => !_forgotten.TryGetValue(RateLimits.Visitor(http), out var at) || at + Each <= clock.GetUtcNow() + Limit.Per;

    public void Count(HttpContext http)
    {
        var now = clock.GetUtcNow();
        _forgotten.AddOrUpdate(RateLimits.Visitor(http), now + Each, (_, at) => (at > now ? at : now) + Each);
        if (_forgotten.Count <= ManyVisitors)
            return;
        foreach (var past in _forgotten.Where(f => f.Value <= now))
            _forgotten.TryRemove(past);
    }
}
