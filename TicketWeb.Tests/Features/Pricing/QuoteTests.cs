using FsCheck;
using FsCheck.Fluent;
using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Pricing.Domain;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Features.Pricing;

/// <summary>What holds for every quote, whatever is sold under whatever rules.</summary>
public sealed class QuoteTests
{
    [Fact]
    public void The_parts_of_a_quote_sum_to_the_whole() => Holds((_, _, quote) =>
        quote.Total.Minor == quote.Lines.Sum(l => l.Total.Minor)
        && quote.Fees.Minor == quote.NamedFees.Sum(f => f.Amount.Minor)
        && quote.Total.Minor == quote.Tickets.Minor - quote.Discount.Minor + quote.Fees.Minor + (quote.TaxRule.Included ? 0 : quote.Tax.Minor)
        && quote.Lines.All(l => l.Each().Count == l.Count && l.Each().Sum(s => s.Total.Minor) == l.Total.Minor));

    [Fact]
    public void Refunding_all_tickets_in_any_order_gives_back_exactly_what_was_paid() => Holds((_, _, quote) =>
    {
        var parts = quote.Lines.SelectMany(l => l.Each()).Select(s => s.Total.Minor).ToArray();
        Random.Shared.Shuffle(parts);
        var left = quote.Total.Minor;
        foreach (var part in parts)
        {
            left -= part;
            if (part < 0 || left < 0)
                return false;
        }

        return left == 0;
    });

    [Fact]
    public void All_that_is_paid_and_given_back_is_in_whole_steps_of_the_currency() => Holds((list, cart, quote) =>
        quote.Lines.All(l => l.Charges.Select(c => c.Amount).Concat([l.UnitPrice, l.Discount, l.Tax]).All(IsWhole) && l.Each().All(s => IsWhole(s.Total)))
        && cart.Items.All(i => IsWhole(list.One(i, cart.Tax).Total)));

    [Fact]
    public void With_the_code_it_is_never_dearer_than_without() => Holds((list, cart, quote) =>
        quote.Total.Minor <= list.Quote(cart with { Code = null }, Carts.Now).Value.Total.Minor);

    [Fact]
    public void A_code_that_only_lets_somebody_in_changes_no_price() => Holds((list, cart, quote) =>
        cart.Code is not { Kind: DiscountKind.Nothing } || quote.Total == list.Quote(cart with { Code = null }, Carts.Now).Value.Total);

    [Fact]
    public void A_discount_never_makes_a_price_negative() => Holds((_, _, quote) =>
        quote.Lines.All(l => l.Discount.Minor >= 0 && l.Each().All(s => s.Discount.Minor <= s.Price.Minor && s.Total.Minor >= 0)));

    [Fact]
    public void A_discount_is_what_the_code_says_to_the_minor_unit() => Holds((_, cart, quote) => cart.Currency.Step > 1 || cart.Code is not { Per: DiscountPer.Order, MostTicketsPerOrder: null } code
        || quote.Discount.Minor == Off(code, cart.Items.Where(i => code.IsFor(i) && !i.Chosen).Sum(i => i.UnitPrice.Minor * i.Count)));

    [Fact]
    public void A_ticket_costs_in_the_cart_what_its_page_said() => Holds((list, cart, _) =>
    {
        var each = new PriceList([.. list.Fees.Where(f => f.Per != FeeKind.Order)]);
        var quote = each.Quote(cart with { Code = null }, Carts.Now).Value;
        return quote.Lines.Where(l => !IsGift(cart, l)).All(l => l.Total == each.One(CartItem.At(l.UnitPrice) with { Kind = l.Kind }, cart.Tax).Total * l.Count) && quote.Total.Minor == quote.Lines.Sum(l => l.Total.Minor);
    });

    [Fact]
    public void What_is_free_carries_no_fee_and_no_tax() => Holds((_, _, quote) =>
        quote.Lines.All(l => l.Price != l.Discount || l.Total.Minor == 0) && (quote.Tickets != quote.Discount || quote.Total.Minor == 0));

    [Fact]
    public void An_included_tax_and_an_absorbed_fee_cost_the_buyer_nothing() => Holds((list, cart, _) =>
        (list with { Processing = null, Fees = [.. list.Fees.Select(f => f with { Absorbed = true })] })
            .Quote(cart with { Tax = cart.Tax with { Included = true } }, Carts.Now) is var outcome
        && (outcome.Refusal is not null || outcome.Value.Total == outcome.Value.Tickets - outcome.Value.Discount));

    [Fact]
    public void What_nobody_chose_is_not_on_the_bill() => Holds((_, cart, quote) =>
        quote.Lines.All(l => l.Count > 0) && quote.Lines.Sum(l => l.Count) == cart.Items.Sum(i => i.Count));

    [Fact]
    public void An_add_on_is_no_ticket() => Holds((_, cart, quote) => quote.Count == cart.Items.Where(i => i.Kind == LineKind.Ticket).Sum(i => i.Count));

    [Fact]
    public void What_is_included_costs_nothing() => Holds((_, _, quote) => quote.Lines.Where(l => l.Kind == LineKind.Included).All(l => l.Total.Minor == 0 && l.Net.Minor == 0));

    [Fact]
    public void A_code_is_for_add_ons_that_it_names_and_for_no_others() => Holds((_, cart, quote) =>
        quote.Lines.Where(l => l.Kind != LineKind.Ticket && cart.Code?.Types.Contains(l.TicketTypeId) != true).All(l => l.Discount.Minor == 0));

    [Fact]
    public void Fees_of_tickets_are_not_taken_of_add_ons_nor_the_other_way_round() => Holds((_, _, quote) =>
        quote.Lines.All(l => l.Charges.All(c => c.Kind != (l.Kind == LineKind.Ticket ? FeeKind.AddOn : FeeKind.Ticket))));

    [Fact]
    public void What_somebody_chose_to_give_is_all_that_they_pay_beside_the_tax() => Holds((_, cart, quote) =>
        quote.Lines.Where(l => IsGift(cart, l)).All(l => l.Total == l.Price + l.AddedTax && l.Discount.Minor == 0));

    private static bool IsWhole(Money amount) => amount.Minor % amount.Currency.Step == 0;

    private static bool IsGift(Cart cart, QuoteLine line) => cart.Items.Any(i => i.Chosen && i.TicketTypeId == line.TicketTypeId);

    private static long Off(CodeTerms code, long sum) => code.Kind switch
    {
        DiscountKind.Percent => new BasisPoints((int)code.Amount).Of(sum),
        DiscountKind.Flat => Math.Min(code.Amount, sum),
        DiscountKind.Nothing => 0,
    };

    /// <summary>A code that fits nothing in the cart is refused, and is then left away.</summary>
    private static void Holds(Func<PriceList, Cart, Quote, bool> property) =>
        Check.One(
            Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(300),
            Prop.ForAll(Carts.All, c =>
            {
                var cart = c.List.Quote(c.Cart, Carts.Now).Refusal is CodeNotForThese ? c.Cart with { Code = null } : c.Cart;
                return property(c.List, cart, c.List.Quote(cart, Carts.Now).Value);
            }));
}
