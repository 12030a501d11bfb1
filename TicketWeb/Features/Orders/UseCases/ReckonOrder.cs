using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>What a choice would come to at this moment, for whoever is still choosing. Nothing is reserved; who reserves is told under the lock.</summary>
public sealed class ReckonOrder(FindCode findCode, CountTiers countTiers, IPricing pricing, TimeProvider clock)
{
    /// <param name="input">A code that cannot be used takes nothing off here; whoever orders with it is told.</param>
    public async Task<Outcome<Quote>> RunAsync(EventView of, OrderInput input, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var code = CodeTerms.Normal(input.Code) is { } typed && (await findCode.RunAsync(of.Id, typed, cancel)).IsDone(out var found, out _) ? found : null;
        var wanted = of.Offers.Where(t => code?.Shows(t) ?? !t.Hidden).Join(input.Wanted, t => t.Id, w => w.TicketTypeId, (type, wish) => (Type: type, Count: Math.Clamp(wish.Count, 0, type.MostPerOrder))).ToList();
        var taken = await countTiers.RunAsync(wanted.Select(w => w.Type), cancel);
        var cart = new Cart(of.Currency, [.. wanted.SelectMany(w => w.Type.ChoosesAmount ? [Given(w.Type, w.Count, input)] : pricing.Items(w.Type, w.Count, taken, now))], of.Venue.Tax, code) { Fees = of.Fees };
        var outcome = pricing.Quote(cart, now);
        return outcome.Refusal is CodeNotForThese ? pricing.Quote(cart with { Code = null }, now) : outcome;
    }

    /// <summary>What is no amount yet gives nothing.</summary>
    private static CartItem Given(TicketTypeView type, int count, OrderInput input) =>
        CartItem.Of(type, Money.Parse(input.Amounts.GetValueOrDefault(type.Id), type.Price.Currency) is { Minor: > 0 } given ? given : Money.Zero(type.Price.Currency), count) with { Chosen = true };
}
