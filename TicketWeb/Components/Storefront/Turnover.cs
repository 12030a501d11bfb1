using TicketWeb.Features.Events;
using TicketWeb.Platform.Caching;

namespace TicketWeb.Components.Storefront;

/// <summary>Pages with prices are kept until one of them changes by the clock, and no longer.</summary>
internal static class Turnover
{
    public static void TurnsOverWith(this HttpContext http, IEnumerable<TicketTypeView> types, DateTimeOffset now)
    {
        if (types.Min(t => t.ChangesAfter(now)) is { } next)
            http.TurnsOverAfter(next - now);
    }
}
