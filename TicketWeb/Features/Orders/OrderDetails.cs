using TicketWeb.Features.Events;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>An order with all that became of it, as the team sees it.</summary>
/// <param name="Name">Null for those who may not see buyers, and while nobody knows.</param>
/// <param name="Email">Null for those who may not see buyers, and while nobody knows.</param>
/// <param name="Tickets">None while it is not paid.</param>
/// <param name="Payments">All attempts, oldest first.</param>
public sealed record OrderDetails(
    OrderId Id,
    string Number,
    OrderState State,
    EventView Event,
    string? Name,
    string? Email,
    Channel Channel,
    Quote Quote,
    DateTimeOffset CreatedAt,
    DateTimeOffset? PaidAt,
    IReadOnlyList<OrderTicketRow> Tickets,
    IReadOnlyList<PaymentView> Payments,
    IReadOnlyList<OrderRefundRow> Refunds)
{
    /// <summary>Who sold it at the desk, by name; null where the buyer bought it themselves.</summary>
    public string? SoldBy { get; init; }

    /// <summary>Why it was given away; null where it was paid for.</summary>
    public string? CompReason { get; init; }

    /// <summary>What buyers' banks took back, or want to, oldest first.</summary>
    public IReadOnlyList<DisputeView> Disputes { get; init; } = [];

    /// <summary>What buyers' banks have at the moment.</summary>
    public Money TakenByBank => Disputes.Aggregate(Money.Zero(Quote.Currency), (sum, d) => sum + d.Withdrawn);

    /// <summary>None while it is not paid.</summary>
    public IReadOnlyList<OrderAddOnRow> AddOns { get; init; } = [];

    /// <summary>What went back at the payment company, and no ticket with it.</summary>
    public Money BackAhead { get; init; }

    /// <summary>True while a ticket or an add-on has not gone back, or a fee that was kept.</summary>
    public bool HasSomethingLeft => Tickets.Any(t => !t.Refunded || t.FeesLeft.Count > 0) || AddOns.Any(a => a.Left.Count + a.FeesLeft.Count > 0);

    /// <summary>True while some of the money that is to go back has not.</summary>
    public bool OwesMoney => Refunds.Any(r => r.MayRepeat is not null || r.Money == RefundState.Requested);

    public bool HasTickets => Tickets.Any(t => t.Ticket.Counts);
}
