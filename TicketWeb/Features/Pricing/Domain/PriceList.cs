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
        if (cart.Items.Aggregate(Int128.Zero, (sum, i) => sum + ((Int128)i.UnitPrice.Minor * i.Count)) > MostOfAnOrder)
            return new AmountTooLarge();
        var steps = Steps.Of(cart.Currency);
        var items = cart.Items.Where(i => i.Count > 0).Select(steps.Of).ToList();
        var reductions = Reduction.Of(steps.Of(cart.Code), items);
        if (cart.Code?.RefusedAt(now) is { } refusal)
            return refusal;
        if (cart.Code is { } code && reductions.All(r => r.Tickets == 0))
        {
            // Who knows a secret ticket and takes an ordinary one loses nothing; who expects a discount would pay more than they think.
            return code.Kind == DiscountKind.Nothing ? Quote(cart with { Code = null }, now) : new CodeNotForThese(code.Code);
        }

        return new Quote(cart.Currency, [.. steps.Of(this).Lines(items, reductions, cart.Tax).Select(steps.Minor)], cart.Tax, cart.Code?.Code, Uses(cart.Code, reductions));
    }

    /// <summary>One ticket that is bought alone, or one add-on beside it, without a code.</summary>
    public QuoteLine One(CartItem item, Tax tax)
    {
        var steps = Steps.Of(item.UnitPrice.Currency);
        return steps.Minor(steps.Of(item.Kind == LineKind.Ticket ? this : BesideTickets).Lines([steps.Of(item)], [default], tax)[0]);
    }

    /// <summary>These rules with what an organizer decided: the platform's fees absorbed or not, fees of their own, and what the processor takes.</summary>
    public PriceList With(EventFees fees) => new(
        [
            .. Fees.Select(f => f with { Absorbed = f.Absorbed || fees.Absorbs }),
            .. fees.Own.Select(f => new FeeRule(FeeReceiver.Organization, f.Per, f.Flat, f.Share, f.Absorbed, f.From, f.To + 1, f.Name)),
        ],
        fees.Processing is { } terms ? new ProcessingFee(terms.Flat, terms.Share, terms.Absorbed) : null);

    /// <summary>True where buyers pay something once for a whole order, so that two tickets need not cost twice what one does.</summary>
    public bool AddsToOrders => Fees.Any(f => f is { Per: FeeKind.Order, Absorbed: false }) || Processing is { Absorbed: false };

    /// <summary>These rules where the money does not come through the platform.</summary>
    public PriceList AtDesk => new([.. Fees.Where(f => f.Receiver == FeeReceiver.Organization)]);

    /// <summary>What is charged once an order is charged with its tickets; an add-on makes it no dearer.</summary>
    private PriceList BesideTickets => new([.. Fees.Where(f => f.Per != FeeKind.Order)], Processing is { } processing ? processing with { Flat = 0 } : null);

    private static int Uses(CodeTerms? code, IReadOnlyList<Reduction> reductions) => code is null ? 0 : code.CountedBy switch
    {
        DiscountPer.Order => 1,
        DiscountPer.Ticket => reductions.Sum(r => r.Tickets),
    };

    /// <summary>The lines of a cart, each with its share of what the order carries as a whole.</summary>
    private List<QuoteLine> Lines(List<CartItem> items, IReadOnlyList<Reduction> reductions, Tax tax)
    {
        List<QuoteLine> lines = [.. items.Zip(reductions, (item, reduction) => Line(item, reduction, tax))];
        if (lines.Count == 0)
            return lines;

        // Nothing is added to what somebody chose to give, so it has no part in what the other tickets carry.
        var currency = lines[0].UnitPrice.Currency;
        var paid = Amounts(gifts: false, l => l.Price - l.Discount);
        lines = Spread(lines, Charges(Fees, FeeKind.Order, Amounts(gifts: false, l => l.Price).Sum(), currency, rule => rule.On(paid.Sum())), paid);
        if (Processing is null)
            return lines;

        var (tickets, gifts) = (Amounts(gifts: false, l => l.Total), Amounts(gifts: true, l => l.Total));
        lines = Spread(lines, Moving(Processing, tickets.Sum(), currency), tickets);
        // The flat part is taken once.
        return Spread(lines, Moving((tickets.Sum() > 0 ? Processing with { Flat = 0 } : Processing) with { Absorbed = true }, gifts.Sum(), currency), gifts);

        List<long> Amounts(bool gifts, Func<QuoteLine, Money> of) => [.. items.Zip(lines, (item, line) => item.Chosen == gifts ? of(line).Minor : 0)];
    }

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

    /// <summary>The fees of one kind that a price carries, each as much as <paramref name="amount"/> says.</summary>
    private static List<QuoteFee> Charges(IEnumerable<FeeRule> rules, FeeKind kind, long price, Currency currency, Func<FeeRule, long> amount) =>
    [
        .. from rule in rules
           where rule.Per == kind && rule.IsFor(price)
           select new QuoteFee(kind, rule.Receiver, new Money(amount(rule), currency), rule.Absorbed, rule.Name) into fee
           where fee.Amount.Minor > 0
           select fee,
    ];

    private static List<QuoteFee> Moving(ProcessingFee processing, long amount, Currency currency) => processing.On(amount) is var fee and > 0
        ? [new QuoteFee(FeeKind.Processing, FeeReceiver.Processor, new Money(fee, currency), processing.Absorbed, "Payment processing")]
        : [];

    /// <summary>Gives each line its share of fees that the order carries as a whole.</summary>
    private static List<QuoteLine> Spread(List<QuoteLine> lines, List<QuoteFee> fees, List<long> weights) => fees.Aggregate(
        lines,
        (charged, fee) => [.. charged.Zip(Shares.Of(fee.Amount.Minor, weights), (line, share) => share == 0 ? line : line with { Charges = [.. line.Charges, fee with { Amount = fee.Amount with { Minor = share } }] })]);

    private static long Sum(List<(long Price, int Count)> prices, Func<long, long> of) => prices.Sum(p => p.Count == 0 ? 0 : checked(of(p.Price) * p.Count));
}
