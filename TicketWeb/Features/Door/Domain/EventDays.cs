using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Door.Domain;

/// <summary>
/// The days of an event as its guests count them. A day starts six hours before the hour of the doors and lasts until the next one does,
/// so a night that ends at four in the morning is still the same night, whatever the calendar says.
/// </summary>
/// <param name="Opens">Doors, or the start where no doors are given, as clocks at the venue show it.</param>
/// <param name="Ends">The end, as clocks at the venue show it.</param>
internal readonly record struct EventDays(DateTime Opens, DateTime Ends, string TimeZone)
{
    private static readonly TimeSpan Margin = TimeSpan.FromHours(6);

    public static EventDays Of(EventView happening) =>
        new((happening.LocalDoors ?? happening.LocalStart).DateTime, happening.LocalEnd.DateTime, happening.Venue.TimeZone);

    public bool IsTooEarly(DateTimeOffset at) => Clock(at) < Opens - Margin;

    public bool IsTooLate(DateTimeOffset at) => Clock(at) > Ends + Margin;

    /// <summary>The date on whose evening (or morning) this moment belongs; an event that is over within a day of its doors has one day only.</summary>
    public DateOnly DayOf(DateTimeOffset at)
    {
        var last = Ends - Opens <= TimeSpan.FromDays(1) ? 0 : DaysAfterFirst(Ends);
        return DateOnly.FromDateTime(Opens).AddDays(Math.Clamp(DaysAfterFirst(Clock(at)), 0, last));
    }

    private int DaysAfterFirst(DateTime clock) => (int)Math.Floor((clock - (Opens - Margin)) / TimeSpan.FromDays(1));

    private DateTime Clock(DateTimeOffset at) => at.LocalTime(TimeZone).DateTime;
}
