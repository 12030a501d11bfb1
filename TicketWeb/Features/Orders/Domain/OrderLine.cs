using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>So many tickets of one type or so many of an add-on, at the price they had when the order was started (minor units).</summary>
internal sealed class OrderLine
{
    public required OrderId OrderId { get; init; }

    public required int Position { get; init; }

    public required OrganizationId OrganizationId { get; init; }

    public required TicketTypeId TicketTypeId { get; init; }

    public required LineKind Kind { get; init; }

    public required string Name { get; init; }

    public required int Count { get; init; }

    public required long UnitPrice { get; init; }

    /// <summary>What each ticket carries in fees that the buyer pays, at least.</summary>
    public required long UnitFee { get; init; }

    /// <summary>What the fees of all its tickets come to beyond that: with a discount, not every ticket carries the same.</summary>
    public required long FeeRest { get; init; }

    /// <summary>How much of these fees is the organizer's own.</summary>
    public required long OwnFee { get; init; }

    /// <summary>What the organizer pays to others out of the price: not among the fees that the buyer pays.</summary>
    public required long AbsorbedFee { get; init; }

    /// <summary>All fees one by one, where the sums above do not tell them apart; null where they do.</summary>
    public IReadOnlyList<LineFee>? Fees { get; init; }

    /// <summary>Off all its tickets together.</summary>
    public required long Discount { get; init; }

    /// <summary>Of all its tickets together: within the price or on top of it, as the order says.</summary>
    public required long Tax { get; init; }

    /// <summary>What one person may have of this type in all their orders, as it was when the order was started; null for any number.</summary>
    public required int? MostPerPerson { get; init; }

    /// <summary>The price tier whose price they have; null where they have the type's own.</summary>
    public PriceTierId? TierId { get; init; }

    /// <summary>Its name, as it was when the order was started.</summary>
    public string? Tier { get; init; }

    /// <summary>What one ticket cost with everything on the page that the buyer chose from; null where that was its price.</summary>
    public long? SeenPrice { get; init; }

    /// <summary>How many of them were refunded.</summary>
    public int Refunded { get; private set; }

    /// <summary>How many of those gave their place back: the others had been used.</summary>
    public int Returned { get; private set; }

    /// <summary>How many still hold a place, or have held one to the end.</summary>
    public int Kept => Count - Returned;

    public static OrderLine Of(Order order, int position, QuoteLine line, int? mostPerPerson) => new()
    {
        OrderId = order.Id,
        Position = position,
        OrganizationId = order.OrganizationId,
        TicketTypeId = line.TicketTypeId,
        Kind = line.Kind,
        Name = line.Name,
        Count = line.Count,
        UnitPrice = line.UnitPrice.Minor,
        UnitFee = line.Fees.Minor / line.Count,
        FeeRest = line.Fees.Minor % line.Count,
        OwnFee = line.Sum(c => c is { Receiver: FeeReceiver.Organization, Absorbed: false }).Minor,
        AbsorbedFee = line.Sum(c => c.Receiver != FeeReceiver.Organization && c.Absorbed).Minor,
        Fees = line.Charges.All(LineFee.IsPlain) ? null : [.. line.Charges.Select(LineFee.Of)],
        Discount = line.Discount.Minor,
        Tax = line.Tax.Minor,
        MostPerPerson = mostPerPerson,
        TierId = line.TierId,
        Tier = line.TierId is null ? null : line.Tier,
        SeenPrice = line.Seen?.Minor,
    };

    /// <summary>The line as it was quoted.</summary>
    public QuoteLine Quoted(Currency currency, bool taxIncluded) => new(
        TicketTypeId, Name, Count, new Money(UnitPrice, currency), new Money(Discount, currency), Fees is null ? PlainFees(currency) : [.. Fees.Select(f => f.In(currency))], new Money(Tax, currency), taxIncluded)
    {
        Kind = Kind,
        TierId = TierId,
        Tier = Tier ?? "",
        Seen = SeenPrice is { } seen ? new Money(seen, currency) : null,
    };

    /// <summary>One goes back.</summary>
    public void Refund(bool used)
    {
        Refunded++;
        Returned += used ? 0 : 1;
    }

    /// <summary>Those of its tickets or add-ons that have no name: the platform's are passed on or absorbed, and the organizer's own are passed on.</summary>
    private IReadOnlyList<QuoteFee> PlainFees(Currency currency) =>
    [
        .. Charge(currency, FeeReceiver.Platform, (UnitFee * Count) + FeeRest - OwnFee, absorbed: false),
        .. Charge(currency, FeeReceiver.Platform, AbsorbedFee, absorbed: true),
        .. Charge(currency, FeeReceiver.Organization, OwnFee, absorbed: false),
    ];

    private QuoteFee[] Charge(Currency currency, FeeReceiver receiver, long amount, bool absorbed) =>
        amount == 0 ? [] : [new QuoteFee(Kind == LineKind.Ticket ? FeeKind.Ticket : FeeKind.AddOn, receiver, new Money(amount, currency), absorbed)];
}
