using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>
/// That something goes back: what, how much, why and who decided it, the team here or somebody at the payment company. How the money fares is told by its
/// refund in Payments.
/// </summary>
internal sealed class OrderRefund
{
    public const int LongestNote = 500;

    private readonly List<RefundedPart> _parts = [];

    private OrderRefund()
    {
    }

    public OrderRefundId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public EventId EventId { get; private init; }

    public OrderId OrderId { get; private init; }

    /// <summary>Unique in the order: the same form sent twice refunds once.</summary>
    public Guid Key { get; private init; }

    public RefundWhat What { get; private init; }

    public RefundReason Reason { get; private init; }

    public string Note { get; private init; } = "";

    /// <summary>Whose account decided it; empty where somebody did at the payment company.</summary>
    public Guid DecidedBy { get; private init; }

    public DateTimeOffset DecidedAt { get; private init; }

    /// <summary>In minor units. Where money went back ahead of tickets, what comes with them may take some of it from the fees and put it to the price, or the other way.</summary>
    public long Price { get; private set; }

    /// <summary>In minor units.</summary>
    public long Fee { get; private set; }

    /// <summary>What of the fee the organizer gives back, in minor units.</summary>
    public long OwnFee { get; private set; }

    /// <summary>What of the fee whoever moves the money gives back, in minor units. Null in rows of a version before this one: their parts tell.</summary>
    public long? ProcessorFee { get; private set; }

    /// <summary>What of the price is tax, in minor units. Null as above.</summary>
    public long? Tax { get; private set; }

    /// <summary>What of the price is fees of the organizer's own, in minor units. Zero in rows of a version before this one, whatever they were.</summary>
    public long OwnFeeWithin { get; private set; }

    /// <summary>When money that was refunded at the payment company came to nothing; null where it did not.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>What of the price that was, in minor units: it is no part of <see cref="Price"/> any more.</summary>
    public long UndonePrice { get; private set; }

    /// <summary>In minor units.</summary>
    public long UndoneFee { get; private set; }

    /// <summary>In minor units.</summary>
    public long UndoneOwnFee { get; private set; }

    /// <summary>In minor units.</summary>
    public long UndoneProcessorFee { get; private set; }

    /// <summary>In minor units.</summary>
    public long UndoneTax { get; private set; }

    /// <summary>In minor units.</summary>
    public long UndoneOwnFeeWithin { get; private set; }

    public Currency Currency { get; private init; }

    /// <summary>The refund that carries the money; null where the tickets were free.</summary>
    public RefundId? MoneyId { get; private set; }

    public IReadOnlyList<RefundedPart> Parts => _parts;

    /// <summary>The one fee that went back alone, by its name; null where anything else did.</summary>
    public string? OnlyFee => _parts.Select(p => p.Fee).Distinct().ToList() is [{ Length: > 0 } fee] ? fee : null;

    /// <summary>In minor units.</summary>
    public long Amount => Price + Fee;

    /// <summary>What the installation gives back of its fees. Nothing where it takes some of them again: that went back too early at the payment company.</summary>
    public Money InstallationFee => new(Math.Max(0, Fee - OwnFee), Currency);

    /// <summary>Whether it was decided at the payment company.</summary>
    public bool AtGateway => Reason == RefundReason.AtGateway;

    public RefundSum Sums => new(
        _parts.Count(p => p is { Part: RefundPart.Price, AddOn: false }), new Money(Price, Currency), new Money(Fee, Currency), _parts.Count(p => p is { Part: RefundPart.Price, AddOn: true }));

    /// <summary>Refuses without a reason, and with a note that is too long.</summary>
    /// <param name="back">What goes back with it, and from whom.</param>
    public static Outcome<OrderRefund> Decide(Order order, RefundPlan plan, Proceeds back, RefundInput input, Guid by, DateTimeOffset now)
    {
        var errors = new InputErrors();
        errors.Require(input.Reason is not (null or RefundReason.AtGateway), "reason", "Say why the money goes back.");
        var note = errors.Text(input.Note, "note", "The note", LongestNote, optional: true);
        if (!errors.None)
            return errors.ToRefusal();

        var refund = Of(order, input.Key, input.What, input.Reason!.Value, note, by, now);
        refund.Move(back);
        refund._parts.AddRange(plan.Parts.Select(p => new RefundedPart
        {
            OrderId = order.Id,
            Position = p.Share.Position,
            Part = p.Part.IsPrice ? RefundPart.Price : RefundPart.Fee,
            Fee = p.Part.Fee,
            AddOn = p.Share.Kind != LineKind.Ticket,
            RefundId = refund.Id,
            OrganizationId = order.OrganizationId,
            Amount = p.Share.Of(p.Part),
        }));
        return refund;
    }

    /// <summary>Somebody refunded it at the payment company: by an amount, and no ticket with it.</summary>
    public static OrderRefund Adopt(Order order, RefundId money, Proceeds back, DateTimeOffset now)
    {
        var refund = Of(order, money.Value, RefundWhat.TicketsAndFees, RefundReason.AtGateway, "", Guid.Empty, now);
        refund.Move(back);
        refund.CarryWith(money);
        return refund;
    }

    public void CarryWith(RefundId money) => MoneyId = money;

    /// <summary>The money came to nothing, and so does as much of it as no ticket went back for.</summary>
    /// <param name="undone">Below zero.</param>
    public void Undo(Proceeds undone, DateTimeOffset now)
    {
        Move(undone);
        UndoneAt = now;
        (UndonePrice, UndoneFee) = (-undone.Prices, -undone.OwnFees - undone.PlatformFees - undone.ProcessorFees);
        (UndoneOwnFee, UndoneProcessorFee, UndoneTax, UndoneOwnFeeWithin) = (-undone.OwnFees, -undone.ProcessorFees, -undone.Tax, -undone.OwnFeesWithin);
    }

    /// <summary>What went back with it, and of which ticket or add-on.</summary>
    /// <param name="shares">All tickets and add-ons of the order.</param>
    public IEnumerable<(ItemShare Share, PaidPart Part)> PartsOf(IReadOnlyList<ItemShare> shares) =>
        from part in _parts
        let share = shares.Single(s => s.Position == part.Position)
        from paid in part.Of(share)
        select (share, paid);

    /// <summary>What there is to tell of it.</summary>
    /// <param name="shares">All tickets and add-ons of the order.</param>
    public OrderRefunded Tell(IReadOnlyList<ItemShare> shares, bool atDesk)
    {
        var plan = new RefundPlan([.. PartsOf(shares)]);
        var back = Tax is null
            ? new GivenBack(shares, plan.Parts.Select(p => p.Part).ToHashSet(), Amount).Proceeds(Currency)
            : new Proceeds(Currency.Code, Price, Discount: 0, Amount, OwnFee, Fee - OwnFee - ProcessorFee!.Value, ProcessorFee.Value, Tax.Value);
        back = back with { OwnFeesWithin = OwnFeeWithin };
        return new OrderRefunded(OrderId, Id, OrganizationId, Amount, [.. plan.Tickets.Select(t => t.Position)], back)
        {
            At = DecidedAt,
            AtDesk = atDesk,
            AddOns = plan.AddOnCounts,
        };
    }

    /// <summary>What there is to tell of what came to nothing; null where nothing did.</summary>
    public RefundUndone? TellUndone() => UndoneAt is { } at && UndonePrice + UndoneFee != 0
        ? new RefundUndone(
            OrderId, Id, OrganizationId,
            new Proceeds(Currency.Code, -UndonePrice, Discount: 0, -UndonePrice - UndoneFee, -UndoneOwnFee, UndoneOwnFee + UndoneProcessorFee - UndoneFee, -UndoneProcessorFee, -UndoneTax) { OwnFeesWithin = -UndoneOwnFeeWithin })
        {
            At = at,
        }
        : null;

    private void Move(Proceeds by)
    {
        Price += by.Prices;
        Fee += by.OwnFees + by.PlatformFees + by.ProcessorFees;
        OwnFee += by.OwnFees;
        ProcessorFee = (ProcessorFee ?? 0) + by.ProcessorFees;
        Tax = (Tax ?? 0) + by.Tax;
        OwnFeeWithin += by.OwnFeesWithin;
    }

    private static OrderRefund Of(Order order, Guid key, RefundWhat what, RefundReason reason, string note, Guid by, DateTimeOffset now) => new()
    {
        Id = Kernel.Id.New<OrderRefundId>(),
        OrganizationId = order.OrganizationId,
        EventId = order.EventId,
        OrderId = order.Id,
        Key = key,
        What = what,
        Reason = reason,
        Note = note,
        DecidedBy = by,
        DecidedAt = now,
        Currency = order.Currency,
    };
}
