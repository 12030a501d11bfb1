using System.Globalization;
using TicketWeb.Features.Events;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Storefront;

/// <summary>What a waiting room says: where somebody stands, how long it takes, and what comes next.</summary>
public static class WaitingWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The one line that also becomes the browser tab's title.</summary>
    public static string Headline(Turn turn, EventView of, DateTimeOffset now) => turn.Standing switch
    {
        Standing.InLine => Number(turn),
        Standing.Missed => "Your turn has passed",
        Standing.Gathered or Standing.Outside when turn.OpensAt is { } opens => $"Sales open {At(opens, of, now)}",
        Standing.Gathered => "You are in line",
        Standing.Outside => "There is a line for these tickets",
        Standing.Free or Standing.Called => "It is your turn",
    };

    public static string Number(Turn turn) => $"You are number {Next(turn)}";

    /// <summary>How long, and why nothing moves if nothing does.</summary>
    public static string Wait(Turn turn) => turn switch
    {
        { OpensAt: not null } => "Everyone who has a place by then gets a random one in the line. Coming earlier is no better.",
        { SoldOut: true } => "All tickets are taken at the moment. What is not paid for in time comes back, and you keep your place.",
        { Wait: null } => "The line stands still for a moment. You keep your place.",
        { Standing: Standing.InLine } => $"{Sentence(turn.Wait.Value)}.",
        _ => $"A new place is number {Next(turn)} now. {Sentence(turn.Wait.Value)}.",
    };

    /// <summary>Why the place they had is no more.</summary>
    public static string Lost(LostPlace lost) => lost switch
    {
        LostPlace.Missed => "Your turn came and passed, so this is a new place at the end of the line.",
        LostPlace.Used => "Your turn has started an order already. This is a new place, for another order.",
        LostPlace.Unreadable => "The place you had is not one of ours, or it was for another event. It could not be used.",
    };

    /// <summary>"at 10:00 (London time)" today, "on Friday 12 March, 10:00 (London time)" on another day.</summary>
    public static string At(DateTimeOffset instant, EventView of, DateTimeOffset now)
    {
        var (local, today) = (instant.LocalTime(of.Venue.TimeZone), now.LocalTime(of.Venue.TimeZone));
        return $"{(local.Date == today.Date ? $"at {EventWords.Clock(local)}" : $"on {EventWords.InFull(local, now)}")} ({TimeZones.Spoken(of.Venue.TimeZone)})";
    }

    private static string Next(Turn turn) => (turn.Ahead + 1).ToString("N0", English);

    private static string Sentence(TimeSpan left) => left.TotalMinutes switch
    {
        < 0.75 => "Less than a minute",
        < 1.5 => "About a minute",
        < 90 => string.Create(English, $"About {left.TotalMinutes:0} minutes"),
        _ => string.Create(English, $"About {left.TotalHours:0.#} hours"),
    };
}
