using System.Globalization;
using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Messages.UseCases;

/// <summary>When an event is, as mails say it: with the year and the zone, because nobody knows where and when a mail is read.</summary>
internal static class EventMoment
{
    public static string Spoken(EventView of) =>
        of.LocalStart.ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture) + (of.LocalDoors is { } doors ? $" (doors {doors:HH:mm})" : "") + $", {TimeZones.Spoken(of.Venue.TimeZone)}";
}
