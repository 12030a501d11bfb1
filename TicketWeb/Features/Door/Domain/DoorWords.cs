using System.Globalization;
using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Door.Domain;

/// <summary>How a verdict is said: two words for arm's length, one sentence for the guest.</summary>
internal static class DoorWords
{
    public static Tone ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Admit => Tone.Admit,
        Verdict.AlreadyIn => Tone.Already,
        Verdict.WrongEvent or Verdict.TooEarly or Verdict.TooLate or Verdict.EventCancelled or Verdict.Refunded or Verdict.Cancelled
            or Verdict.Replaced or Verdict.NotATicket or Verdict.Forged => Tone.Refuse,
    };

    public static string WordOf(Verdict verdict) => verdict switch
    {
        Verdict.Admit => "Admit",
        Verdict.AlreadyIn => "Already in",
        Verdict.WrongEvent => "Wrong event",
        Verdict.TooEarly => "Too early",
        Verdict.TooLate => "Too late",
        Verdict.EventCancelled or Verdict.Cancelled => "Cancelled",
        Verdict.Refunded => "Refunded",
        Verdict.Replaced => "Replaced",
        Verdict.NotATicket => "Not a ticket",
        Verdict.Forged => "Forged",
    };

    /// <param name="own">The event that the ticket is for, when that is another one.</param>
    /// <param name="earlier">The check-in that was there before.</param>
    public static string DetailOf(Verdict verdict, EventView here, EventView? own, CheckIn? earlier, DateTimeOffset at) => verdict switch
    {
        Verdict.Admit => here.AgeLimit is { } age and > 0 ? $"{age} and over." : "",
        Verdict.AlreadyIn => AlreadyIn(earlier!, here, at),
        Verdict.WrongEvent => own is null ? "This ticket is for another event." : $"This ticket is for {own.Title}, {Date(own.LocalStart)}.",
        Verdict.TooEarly => $"Doors open at {Time(here.LocalDoors ?? here.LocalStart)} on {Date(here.LocalDoors ?? here.LocalStart)}.",
        Verdict.TooLate => $"It ended at {Time(here.LocalEnd)} on {Date(here.LocalEnd)}.",
        Verdict.EventCancelled => "This event does not take place.",
        Verdict.Refunded => "The money went back, so the ticket no longer counts.",
        Verdict.Cancelled => "This ticket no longer counts.",
        Verdict.Replaced => "There is a newer code for this ticket. Ask for the latest mail or the order page.",
        Verdict.NotATicket => "Nothing of ours. Try again, or type the number under the code.",
        Verdict.Forged => "The organizer did not make this code. Ask a supervisor.",
    };

    /// <summary>Short enough for a phone: "Fri 12 Mar, 20:00".</summary>
    public static string When(DateTimeOffset local) => local.ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture);

    private static string AlreadyIn(CheckIn earlier, EventView here, DateTimeOffset at)
    {
        var gate = earlier.Gate.Length == 0 ? "" : $", {earlier.Gate}";
        var minutes = (int)(at - earlier.At).TotalMinutes;
        var ago = minutes switch
        {
            < 0 or >= 60 => "",
            0 => ", just now",
            1 => ", a minute ago",
            _ => $", {minutes} minutes ago",
        };
        return $"At {Time(earlier.At.LocalTime(here.Venue.TimeZone))}{gate}{ago}.";
    }

    private static string Date(DateTimeOffset local) => local.ToString("ddd d MMMM", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
