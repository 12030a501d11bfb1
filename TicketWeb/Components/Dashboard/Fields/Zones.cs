using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Fields;

/// <summary>The time zones that people live in, for choosing one.</summary>
internal static class Zones
{
    private static readonly string[] Regions = ["Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"];

    public static readonly IReadOnlyList<Choice> All =
    [
        .. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id)
            .Where(id => Regions.Any(r => id.StartsWith(r, StringComparison.Ordinal)) && TimeZones.IsKnown(id))
            .Distinct().Order(StringComparer.Ordinal)
            .Select(id => new Choice(id, id.Replace('_', ' '))),
    ];

    /// <summary>The list with this zone in it, whatever it is.</summary>
    public static IReadOnlyList<Choice> With(string? zone) =>
        zone is null || All.Any(c => c.Value == zone) ? All : [new Choice(zone, zone), .. All];
}
