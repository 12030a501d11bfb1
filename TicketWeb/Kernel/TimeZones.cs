namespace TicketWeb.Kernel;

/// <summary>IANA time zones, in which people live.</summary>
public static class TimeZones
{
    public static bool IsKnown(string? id) =>
        id is { Length: > 0 } && id.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);

    /// <summary>The instant as the clocks on the wall there show it.</summary>
    public static DateTimeOffset LocalTime(this DateTimeOffset instant, string zone) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone));

    /// <summary>
    /// The instant at which the clocks there show this time. A time that is skipped when clocks go forward is taken an hour later,
    /// one that comes twice is taken the first time.
    /// </summary>
    public static DateTimeOffset InstantAt(this DateTime wallClock, string zone)
    {
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var time = DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified);
        if (info.IsInvalidTime(time))
            time = time.AddHours(1);
        var offset = info.IsAmbiguousTime(time) ? info.GetAmbiguousTimeOffsets(time).Max() : info.GetUtcOffset(time);
        return new DateTimeOffset(time, offset).ToUniversalTime();
    }

    /// <summary>The instant at which a day begins there.</summary>
    public static DateTimeOffset Begins(this DateOnly day, string zone) => day.ToDateTime(TimeOnly.MinValue).InstantAt(zone);

    /// <summary>The zone as a person says it: "Europe/London" is "London time".</summary>
    public static string Spoken(string zone) => $"{zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ')} time";
}
