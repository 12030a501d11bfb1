using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing.Domain;

/// <summary>The rules by which a cart becomes a quote; pure.</summary>
internal sealed record PriceList(IReadOnlyList<FeeRule> Fees, ProcessingFee? Processing = null)
{
    /// <summary>In minor units. Far from where sums and shares of a long would overflow, and further from anybody's money.</summary>
    private const long MostOfAnOrder = 1_000_000_000_000;

    public Outcome<Quote> Quote(Cart cart, DateTimeOffset now)
    {
        var items = cart.Items.Where(i => i.Count > 0).ToList();
        if (items.Aggregate(Int128.Zero, (sum, i) => sum + ((Int128)i.UnitPrice.Minor * i.Count)) > MostOfAnOrder)
            return new AmountTooLarge();
        var reductions = Reduction.Of(cart.Code, items);
        if (cart.Code?.RefusedAt(now) is { } refusal)
            return refusal;
        if (cart.Code is { } code && reductions.All(r => r.Tickets == 0))
        {
            // Who knows a secret ticket and takes an ordinary one loses nothing; who expects a discount would pay more than they think.
            return code.Kind == DiscountKind.Nothing ? Quote(cart with { Code = null }, now) : new CodeNotForThese(code.Code);
        }

        List<QuoteLine> lines = [.. items.Zip(reductions, (item, reduction) => Line(item, reduction, cart.Tax))];
        var quote = new Quote(cart.Currency, lines, OrderFees(lines, cart.Currency), cart.Tax, cart.Code?.Code, Uses(cart.Code, reductions));
        return Processing?.On(quote.Total.Minor) is { } processing and > 0
            ? quote with { Charges = [.. quote.Charges, new QuoteFee(FeeKind.Processing, FeeReceiver.Processor, new Money(processing, cart.Currency), Processing.Absorbed)] }
            : quote;
    }

    /// <summary>One ticket or add-on that is bought alone and without a code; fees of the order are not in it.</summary>
    public QuoteLine One(Money price, Tax tax, LineKind kind = LineKind.Ticket) => Line(new CartItem(default, "", price, 1) { Kind = kind }, default, tax);

    /// <summary>These rules with what an organizer decided: the platform's fees absorbed or not, and a fee of their own.</summary>
    public PriceList With(EventFees fees) => this with
    {
        Fees =
        [
            .. Fees.Select(f => f with { Absorbed = f.Absorbed || fees.Absorbs }),
            new FeeRule(FeeReceiver.Organization, FeeKind.Ticket, fees.Flat, fees.Share),
        ],
    };

    /// <summary>These rules where the money does not come through the platform.</summary>
    public PriceList AtDesk => new([.. Fees.Where(f => f.Receiver == FeeReceiver.Organization)]);

    private static int Uses(CodeTerms? code, IReadOnlyList<Reduction> reductions) => code is null ? 0 : code.CountedBy switch
    {
        DiscountPer.Order => 1,
        DiscountPer.Ticket => reductions.Sum(r => r.Tickets),
    };

    private QuoteLine Line(CartItem item, Reduction reduction, Tax tax)
    {
        var currency = item.UnitPrice.Currency;
        var prices = reduction.Prices(item).ToList();
        return new QuoteLine(
            item.TicketTypeId, item.Name, item.Count, item.UnitPrice, new Money(reduction.Off, currency),
            Charges(item.Chosen ? OnGifts() : Fees, item.Kind == LineKind.Ticket ? FeeKind.Ticket : FeeKind.AddOn, item.UnitPrice.Minor, currency, rule => Sum(prices, rule.On)),
            new Money(Sum(prices, tax.On), currency), tax.Included)
        {
            Kind = item.Kind,
            TierId = item.Tier?.Id,
            Tier = item.Tier?.Name ?? "",
        };
    }

    /// <summary>Nothing is added to what somebody chose to give: the platform's fee comes out of it, and an organizer's own would be taken from themselves.</summary>
    private IEnumerable<FeeRule> OnGifts() => Fees.Where(f => f.Receiver != FeeReceiver.Organization).Select(f => f with { Absorbed = true });

    private List<QuoteFee> OrderFees(List<QuoteLine> lines, Currency currency)
    {
        var paid = lines.Sum(l => (l.Price - l.Discount).Minor);
        return Charges(Fees, FeeKind.Order, lines.Sum(l => l.Price.Minor), currency, rule => rule.On(paid));
    }

    /// <summary>The fees of one kind that a price carries, each as much as <paramref name="amount"/> says.</summary>
    private static List<QuoteFee> Charges(IEnumerable<FeeRule> rules, FeeKind kind, long price, Currency currency, Func<FeeRule, long> amount) =>
    [
        .. from rule in rules
           where rule.Per == kind && rule.IsFor(price)
           select new QuoteFee(kind, rule.Receiver, new Money(amount(rule), currency), rule.Absorbed) into fee
           where fee.Amount.Minor > 0
           select fee,
    ];

    private static long Sum(List<(long Price, int Count)> prices, Func<long, long> of) => prices.Sum(p => p.Count == 0 ? 0 : checked(of(p.Price) * p.Count));
}
