using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>That the team decided to send something back: what, how much, why and who. How the money fares is told by its refund in Payments.</summary>
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

    /// <summary>Whose account decided it.</summary>
    public Guid DecidedBy { get; private init; }

    public DateTimeOffset DecidedAt { get; private init; }

    /// <summary>In minor units.</summary>
    public long Price { get; private init; }

    /// <summary>In minor units.</summary>
    public long Fee { get; private init; }

    /// <summary>What of the fee the organizer gives back, in minor units.</summary>
    public long OwnFee { get; private init; }

    public Currency Currency { get; private init; }

    /// <summary>The refund that carries the money; null where the tickets were free.</summary>
    public RefundId? MoneyId { get; private set; }

    public IReadOnlyList<RefundedPart> Parts => _parts;

    public RefundSum Sums => new(
        _parts.Count(p => p is { Part: RefundPart.Price, AddOn: false }), new Money(Price, Currency), new Money(Fee, Currency), _parts.Count(p => p is { Part: RefundPart.Price, AddOn: true }));

    /// <summary>Refuses without a reason, and with a note that is too long.</summary>
    public static Outcome<OrderRefund> Decide(Order order, RefundPlan plan, RefundInput input, Guid by, DateTimeOffset now)
    {
        var errors = new InputErrors();
        errors.Require(input.Reason is not null, "reason", "Say why the money goes back.");
        var note = errors.Text(input.Note, "note", "The note", LongestNote, optional: true);
        if (!errors.None)
            return errors.ToRefusal();

        var refund = new OrderRefund
        {
            Id = Kernel.Id.New<OrderRefundId>(),
            OrganizationId = order.OrganizationId,
            EventId = order.EventId,
            OrderId = order.Id,
            Key = input.Key,
            What = input.What,
            Reason = input.Reason!.Value,
            Note = note,
            DecidedBy = by,
            DecidedAt = now,
            Price = plan.Price,
            Fee = plan.Fee,
            OwnFee = plan.OwnFee,
            Currency = order.Currency,
        };
        refund._parts.AddRange(plan.Parts.Select(p => new RefundedPart
        {
            OrderId = order.Id,
            Position = p.Share.Position,
            Part = p.Part,
            AddOn = p.Share.Kind != LineKind.Ticket,
            RefundId = refund.Id,
            OrganizationId = order.OrganizationId,
            Amount = p.Share.Of(p.Part),
        }));
        return refund;
    }

    public void CarryWith(RefundId money) => MoneyId = money;
}
