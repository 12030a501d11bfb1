using TicketWeb.Features.Inventory;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>Which parts of which tickets and add-ons go back, and how much that is.</summary>
internal sealed record RefundPlan(IReadOnlyList<(ItemShare Share, PaidPart Part)> Parts)
{
    /// <summary>The tickets and add-ons that go back themselves.</summary>
    public IEnumerable<ItemShare> Items => Parts.Where(p => p.Part.IsPrice).Select(p => p.Share);

    /// <summary>The tickets that no longer count afterwards.</summary>
    public IEnumerable<ItemShare> Tickets => Items.Where(i => i.Kind == LineKind.Ticket);

    public IEnumerable<ItemShare> AddOns => Items.Where(i => i.Kind != LineKind.Ticket);

    public IReadOnlyList<TicketCount> AddOnCounts => [.. AddOns.GroupBy(a => a.TicketTypeId).Select(g => new TicketCount(g.Key, g.Count()))];

    public long Price => Sum(price: true);

    public long Fee => Sum(price: false);

    /// <summary>What went back of the order ahead of any ticket, and counts for these.</summary>
    public long Ahead { get; init; }

    /// <summary>What is to be sent.</summary>
    public long Amount => Price + Fee - Before;

    private long Before => Math.Min(Ahead, Price + Fee);

    public RefundSum Sums(Currency currency) => new(Tickets.Count(), new Money(Price, currency), new Money(Fee, currency), AddOns.Count()) { Before = new Money(Before, currency) };

    /// <summary>Plans what was asked for. What has gone back before does not go back again, whatever the ticket's state says.</summary>
    /// <param name="shares">All tickets and add-ons of the order.</param>
    /// <param name="gone">The parts that went back before.</param>
    /// <param name="positions">The chosen tickets and add-ons; null for all that is left.</param>
    /// <param name="fee">The one fee that goes back of them, by its name; null for all that <paramref name="what"/> says.</param>
    public static Outcome<RefundPlan> Make(IReadOnlyList<ItemShare> shares, IReadOnlySet<PaidPart> gone, IReadOnlyCollection<int>? positions, RefundWhat what, string? fee = null)
    {
        if (fee is not null && (what != RefundWhat.FeesOnly || shares.All(s => s.Fees.All(f => f.Name != fee))))
            return new NotFound("fee");
        if (positions is { Count: 0 })
            return new NothingToRefund("Choose what goes back.");
        if (positions is not null && positions.Any(p => shares.All(s => s.Position != p)))
            return new NotFound(shares.Any(s => s.Kind != LineKind.Ticket) ? "ticket or add-on" : "ticket");

        var chosen = positions is null ? shares : [.. shares.Where(s => positions.Contains(s.Position))];
        if (what != RefundWhat.FeesOnly)
        {
            // Chosen by name, a ticket that went back before is a mistake to speak of; of all tickets, those are meant that are left.
            if (positions is not null && chosen.Any(s => gone.Contains(new PaidPart(s.Position))))
                return new NothingToRefund(positions.Count == 1 ? $"This {(chosen[0].Kind == LineKind.Ticket ? "ticket" : "add-on")} was refunded before." : "One of these was refunded before.");
            // What came with the tickets goes back with the last of them.
            var last = shares.All(s => s.Kind != LineKind.Ticket || chosen.Contains(s) || gone.Contains(new PaidPart(s.Position)));
            chosen = [.. shares.Where(s => (chosen.Contains(s) || (last && s.Kind == LineKind.Included)) && !gone.Contains(new PaidPart(s.Position)))];
        }

        var parts = chosen.SelectMany(s => PartsOf(s, what).Select(p => (Share: s, Part: p)))
            .Where(p => !gone.Contains(p.Part) && (p.Part.IsPrice || (p.Share.Of(p.Part) > 0 && (fee is null || p.Part.Fee == fee)))).ToList();
        if (parts.Count == 0)
            return new NothingToRefund(fee is not null ? $"Nothing is left of the fee “{fee}” to refund." : what == RefundWhat.FeesOnly ? "There are no fees left to refund." : "Everything was refunded before.");
        return new RefundPlan(parts);
    }

    private long Sum(bool price) => Parts.Where(p => p.Part.IsPrice == price).Sum(p => p.Share.Of(p.Part));

    private static IEnumerable<PaidPart> PartsOf(ItemShare share, RefundWhat what) => what switch
    {
        RefundWhat.TicketsAndFees => [new PaidPart(share.Position), .. share.FeeParts],
        RefundWhat.TicketsOnly => [new PaidPart(share.Position)],
        RefundWhat.FeesOnly => share.FeeParts,
    };
}
