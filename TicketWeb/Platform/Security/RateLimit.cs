using System.Threading.RateLimiting;

namespace TicketWeb.Platform.Security;

/// <summary>So many at once, and again as many over each period.</summary>
public sealed record RateLimit(int Permits, TimeSpan Per)
{
    internal TokenBucketRateLimiterOptions Bucket => new()
    {
        TokenLimit = Permits,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = Per / Permits,
        AutoReplenishment = true,
    };
}
