using TicketWeb.Features.Inventory;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>The team has sent back tickets, fees or both.</summary>
/// <param name="Amount">In minor units of the order's currency; zero for free tickets.</param>
/// <param name="Tickets">The places in the order of those that no longer count.</param>
/// <param name="Proceeds">Who gives it back. Null in facts that a version before this one wrote.</param>
public sealed record OrderRefunded(OrderId OrderId, OrderRefundId RefundId, OrganizationId OrganizationId, long Amount, IReadOnlyList<int> Tickets, Proceeds Proceeds) : IFact
{
    /// <summary>When it was decided. Null in facts that a version before this one wrote.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>True where the money is the organizer's from hand to hand, and never comes through the platform.</summary>
    public bool AtDesk { get; init; }

    /// <summary>The add-ons that went back.</summary>
    public IReadOnlyList<TicketCount> AddOns { get; init; } = [];
}
