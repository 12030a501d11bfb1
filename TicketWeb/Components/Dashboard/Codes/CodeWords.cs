using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Codes;

/// <summary>How the dashboard says what a code does.</summary>
internal static class CodeWords
{
    /// <summary>"20 % off each ticket", "£10.00 off the order", "Presale", "Shows Backstage", and for what.</summary>
    public static string Gives(CodeTerms code, EventView of)
    {
        var amount = code.Kind switch
        {
            DiscountKind.Percent => new BasisPoints((int)code.Amount).ToString(),
            DiscountKind.Flat => new Money(code.Amount, of.Currency).ToString(),
            DiscountKind.Nothing => "Nothing",
        };
        var from = code.Per switch
        {
            DiscountPer.Ticket => "each ticket",
            DiscountPer.Order => "the order",
        };
        var types = code.Types.Count == 0 ? "" : $" · {string.Join(", ", of.Offers.Where(t => code.Types.Contains(t.Id)).Select(t => t.Name))}";
        var most = code.MostTickets is { } tickets ? $" · for {Wording.Tickets(tickets)} an order" : "";
        var hidden = of.TicketTypes.Where(t => t.Hidden && code.Shows(t)).Select(t => t.Name).ToList();
        List<string> gives =
        [
            .. code.Kind == DiscountKind.Nothing ? [] : new[] { $"{amount} off {from}" },
            .. hidden.Count == 0 ? [] : new[] { $"Shows {string.Join(", ", hidden)}" },
            .. code.AllocationId is null ? [] : new[] { "From an allocation" },
            .. code.OpensEarly ? ["Presale"] : Array.Empty<string>(),
            .. code.MostOfEach is { } each ? [$"Up to {Wording.Count(each)} of each"] : Array.Empty<string>(),
        ];
        return $"{string.Join(" · ", gives)}{types}{most}";
    }

    public static string Window(CodeTerms code, string zone) => (code.BeginsAt?.LocalTime(zone), code.EndsAt?.LocalTime(zone)) switch
    {
        (null, null) => "As long as tickets are sold",
        ({ } from, null) => $"From {Wording.Minute(from)}",
        (null, { } until) => $"Until {Wording.Minute(until)}",
        ({ } from, { } until) => $"{Wording.Minute(from)} – {Wording.Minute(until)}",
    };

    /// <summary>"3 of 100 orders".</summary>
    public static string Uses(CodeTerms code, int uses)
    {
        var unit = code.CountedBy switch
        {
            DiscountPer.Ticket => "tickets",
            DiscountPer.Order => "orders",
        };
        return code.MostUses is { } most ? $"{Wording.Count(uses)} of {Wording.Count(most)} {unit}" : $"{Wording.Count(uses)} {(uses == 1 ? unit[..^1] : unit)}";
    }

    public static string PerPerson(CodeTerms code) => code.MostPerPerson is { } most ? $"{Wording.Count(most)} for each person" : "";

    public static bool Ended(CodeTerms code, DateTimeOffset now) => now >= code.EndsAt;

    public static (string Words, string Tone) State(CodeTerms code, DateTimeOffset now) =>
        Ended(code, now) ? ("Ended", "gone") : now < code.BeginsAt ? ("Not begun", "few") : ("Running", "good");
}
