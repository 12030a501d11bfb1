using TicketWeb.Kernel;

namespace TicketWeb.Features.Events.Domain;

/// <summary>A price tier as it is stored with its ticket type. It is always read and written with it, so it has no table of its own.</summary>
/// <param name="Price">In minor units of the event's currency.</param>
internal sealed record Tier(Guid Id, string Name, long Price, DateTimeOffset? From, DateTimeOffset? Until, int? Most)
{
    private const int LongestName = 40;
    private const int MostTickets = 1_000_000;

    public PriceTier In(Currency currency) => new(PriceTierId.From(Id), Name, new Money(Price, currency), From, Until, Most);

    /// <summary>The tier that was typed; what is wrong with it is said beside its own fields.</summary>
    /// <param name="place">0 is the type's first.</param>
    /// <param name="known">The tiers that the type had: one that stays keeps its id, and what was sold at it still counts.</param>
    public static Tier Of(PriceTierInput input, int place, IReadOnlyList<Tier> known, Currency currency, string zone, InputErrors errors)
    {
        var name = errors.Text(input.Name, $"tier-{place}-name", "The name", LongestName);
        var price = Money.ParseCharge(input.Price, currency);
        errors.Require(price is { Minor: > 0 }, $"tier-{place}-price", $"Give a price like {new Money(2000, currency).ToPlainString()}. What is free has one price only.{currency.StepSentence}");
        errors.Require(input.From is null || input.Until is null || input.From < input.Until, $"tier-{place}-until", "It must end after it begins.");
        errors.Require(input.Most is null or (>= 1 and <= MostTickets), $"tier-{place}-most", $"It must be between 1 and {MostTickets:N0} tickets, or empty for any number.");
        errors.Require(input.From is not null || input.Until is not null || input.Most is not null, $"tier-{place}-until", "Say until when it holds, from when, or for how many tickets.");
        var id = input.Id is { } was && known.Any(t => t.Id == was.Value) ? was : Kernel.Id.New<PriceTierId>();
        return new Tier(id.Value, name, price?.Minor ?? 0, input.From?.InstantAt(zone), input.Until?.InstantAt(zone), input.Most);
    }
}
