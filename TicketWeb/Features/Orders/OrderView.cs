using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>A paid order as whoever holds its secret link sees it.</summary>
public sealed record OrderView(
    OrderId Id,
    string Number,
    string LinkToken,
    OrderState State,
    EventId EventId,
    Quote Quote,
    string Email,
    string Name,
    DateTimeOffset CreatedAt,
    DateTimeOffset? PaidAt)
{
    public Channel Channel { get; init; }

    /// <summary>What the team has refunded of it.</summary>
    public Money Back { get; init; } = Money.Zero(Quote.Currency);

    /// <summary>What it has of add-ons and has not given back.</summary>
    public IReadOnlyList<OrderAddOn> AddOns { get; init; } = [];
}
