using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>
/// What a choice would come to at this moment, without a code, for whoever is still choosing. Nothing is reserved; who reserves is told under the
/// lock, with their code.
/// </summary>
public sealed class ReckonOrder(CountTiers countTiers, IPricing pricing, TimeProvider clock)
{
    /// <summary>More of one type than any order may have.</summary>
    private const int MostOfOne = 10_000;

    /// <param name="amounts">What the buyer gives where they choose that, as typed; what is no amount yet gives nothing.</param>
    /// <param name="atDesk">True for whoever sells at the desk, where what can be chosen is the least.</param>
    public async Task<Outcome<Quote>> RunAsync(EventView of, IReadOnlyList<TicketCount> wanted, IReadOnlyDictionary<TicketTypeId, string> amounts, bool atDesk, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var chosen = of.Offers.Join(wanted.Where(w => w.Count is > 0 and <= MostOfOne), t => t.Id, w => w.TicketTypeId, (type, wish) => (Type: type, wish.Count)).ToList();
        if (!atDesk && chosen.Where(c => c.Type.ChoosesAmount).Select(c => Gift.TooLarge(c.Type, amounts.GetValueOrDefault(c.Type.Id))).FirstOrDefault(r => r is not null) is { } refusal)
            return refusal;
        var taken = await countTiers.RunAsync(chosen.Select(c => c.Type), cancel);
        var items = chosen.SelectMany(c => c.Type.ChoosesAmount
            ? [CartItem.Of(c.Type, atDesk ? c.Type.Price : Gift.Read(amounts.GetValueOrDefault(c.Type.Id), of.Currency) is { Minor: > 0 } given ? given : Money.Zero(of.Currency), c.Count) with { Chosen = true }]
            : pricing.Items(c.Type, c.Count, taken, now));
        return pricing.Quote(new Cart(of.Currency, [.. items], of.Venue.Tax) { Fees = of.Fees, AtDesk = atDesk }, now);
    }
}
