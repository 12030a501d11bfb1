using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

public sealed class RefundPlanTests
{
    /// <summary>An order's lines, with sums that need not divide by their tickets, and refunds that somebody may ask for, one after the other.</summary>
    private static readonly Arbitrary<(List<PaidLine> Lines, List<(int Seed, RefundWhat What)> Wishes)> Orders = (
        from lines in Gen.ListOf(
            from count in Gen.Choose(1, 6)
            from price in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 50_000))
            from fee in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 3_000))
            from kind in Gen.Elements(Enum.GetValues<LineKind>())
            select kind == LineKind.Included ? new PaidLine(Id.New<TicketTypeId>(), count, 0, 0, Kind: kind) : new PaidLine(Id.New<TicketTypeId>(), count, price, fee, Kind: kind))
        from wishes in Gen.ListOf(
            from seed in Gen.Choose(0, int.MaxValue)
            from what in Gen.Elements(Enum.GetValues<RefundWhat>())
            select (seed, what))
        where lines.Count > 0
        select (lines.ToList(), wishes.ToList())).ToArbitrary();

    [Fact]
    public void The_shares_of_tickets_sum_to_what_was_paid() => Holds((lines, _) =>
    {
        var shares = Shares(lines);
        return lines.All(l => shares.Where(s => s.TicketTypeId == l.TicketTypeId).ToList() is var own
            && own.Sum(s => s.Price) == l.Price && own.Sum(s => s.Fee) == l.Fee && own.Max(s => s.Price) - own.Min(s => s.Price) <= 1);
    });

    [Fact]
    public void Refunding_everything_in_any_order_of_parts_returns_exactly_what_was_paid() => Holds((lines, wishes) =>
    {
        var shares = Shares(lines);
        var paid = lines.Sum(l => l.Price + l.Fee);
        var gone = new HashSet<(int, RefundPart)>();
        var back = 0L;
        foreach (var (positions, what) in wishes.Select(w => ((IReadOnlyCollection<int>?)Some(shares, w.Seed), w.What)).Append((null, RefundWhat.TicketsAndFees)).Append((null, RefundWhat.FeesOnly)))
        {
            if (!RefundPlan.Make(shares, gone, positions, what).IsDone(out var plan, out _))
                continue;
            back += plan.Price + plan.Fee;
            if (back > paid || plan.Parts.Any(p => !gone.Add((p.Share.Position, p.Part))))
                return false;
        }

        return back == paid && RefundPlan.Make(shares, gone, null, RefundWhat.TicketsAndFees).Refusal is NothingToRefund;
    });

    [Fact]
    public void The_first_tickets_of_a_line_bear_the_odd_pennies() =>
        Shares([new PaidLine(Id.New<TicketTypeId>(), 3, 1_000, 200)]).Select(s => (s.Price, s.Fee)).ShouldBe([(334, 67), (333, 67), (333, 66)]);

    [Fact]
    public void A_ticket_that_went_back_is_not_chosen_again()
    {
        var shares = Shares([new PaidLine(Id.New<TicketTypeId>(), 2, 1_000, 100)]);
        HashSet<(int, RefundPart)> gone = [(1, RefundPart.Price)];

        RefundPlan.Make(shares, gone, [1], RefundWhat.TicketsAndFees).Refusal!.Sentence.ShouldBe("This ticket was refunded before.");
        RefundPlan.Make(shares, gone, [1, 2], RefundWhat.TicketsOnly).Refusal.ShouldBeOfType<NothingToRefund>();
        RefundPlan.Make(shares, gone, null, RefundWhat.TicketsAndFees).Value.Tickets.ShouldHaveSingleItem().Position.ShouldBe(2, "its fee was kept on purpose");
        RefundPlan.Make(shares, gone, [1], RefundWhat.FeesOnly).Value.Fee.ShouldBe(50);
    }

    [Fact]
    public void Tickets_come_first_in_an_order_and_its_add_ons_after_them()
    {
        var (ticket, shirt) = (Id.New<TicketTypeId>(), Id.New<TicketTypeId>());

        var shares = Shares([new PaidLine(shirt, 2, 3_001, 0, Kind: LineKind.AddOn), new PaidLine(ticket, 2, 5_000, 400)]);

        shares.Select(s => (s.Position, s.TicketTypeId, s.Price)).ShouldBe([(1, ticket, 2_500), (2, ticket, 2_500), (3, shirt, 1_501), (4, shirt, 1_500)]);
    }

    [Fact]
    public void What_came_with_the_tickets_goes_back_with_the_last_of_them_and_what_was_bought_stays()
    {
        var shares = Shares([new PaidLine(Id.New<TicketTypeId>(), 2, 5_000, 400), Drinks(2), new PaidLine(Id.New<TicketTypeId>(), 1, 1_500, 90, Kind: LineKind.AddOn)]);
        HashSet<(int, RefundPart)> gone = [];

        var first = RefundPlan.Make(shares, gone, [1], RefundWhat.TicketsAndFees).Value;
        gone.UnionWith(first.Parts.Select(p => (p.Share.Position, p.Part)));
        var second = RefundPlan.Make(shares, gone, [2], RefundWhat.TicketsOnly).Value;

        (first.Tickets.Count(), first.AddOns.Count()).ShouldBe((1, 0));
        (second.Tickets.Count(), second.AddOns.Count(), second.Price).ShouldBe((1, 2, 2_500), "the shirt was bought");
        RefundPlan.Make(shares, gone, [2], RefundWhat.FeesOnly).Value.Items.ShouldBeEmpty("the ticket stays good, and so does the drink");
    }

    [Fact]
    public void An_add_on_goes_back_alone_and_once()
    {
        var shares = Shares([new PaidLine(Id.New<TicketTypeId>(), 1, 2_500, 200), new PaidLine(Id.New<TicketTypeId>(), 3, 4_501, 271, Kind: LineKind.AddOn)]);

        var plan = RefundPlan.Make(shares, new HashSet<(int, RefundPart)>(), [2, 3], RefundWhat.TicketsAndFees).Value;

        (plan.Price, plan.Fee, plan.Tickets.Count(), plan.AddOns.Count()).ShouldBe((3_001, 181, 0, 2));
        RefundPlan.Make(shares, new HashSet<(int, RefundPart)> { (2, RefundPart.Price) }, [2], RefundWhat.TicketsOnly).Refusal!.Sentence.ShouldBe("This add-on was refunded before.");
    }

    [Fact]
    public void What_is_not_there_is_not_refunded()
    {
        var shares = Shares([new PaidLine(Id.New<TicketTypeId>(), 1, 0, 0)]);

        RefundPlan.Make(shares, new HashSet<(int, RefundPart)>(), [], RefundWhat.TicketsAndFees).Refusal.ShouldBeOfType<NothingToRefund>();
        RefundPlan.Make(shares, new HashSet<(int, RefundPart)>(), [2], RefundWhat.TicketsAndFees).Refusal.ShouldBeOfType<NotFound>();
        RefundPlan.Make(shares, new HashSet<(int, RefundPart)>(), null, RefundWhat.FeesOnly).Refusal!.Sentence.ShouldBe("There are no fees left to refund.");
        RefundPlan.Make(shares, new HashSet<(int, RefundPart)>(), null, RefundWhat.TicketsAndFees).Value.Tickets.Count().ShouldBe(1, "a free ticket goes back as well");
    }

    private static PaidLine Drinks(int count) => new(Id.New<TicketTypeId>(), count, 0, 0, Kind: LineKind.Included);

    private static IReadOnlyList<ItemShare> Shares(IReadOnlyList<PaidLine> lines) =>
        ItemShare.Split(lines, lines.Where(l => l.Kind == LineKind.Ticket).SelectMany(l => Enumerable.Repeat(l.TicketTypeId, l.Count)).Select((type, index) => (index + 1, type)));

    /// <summary>A choice of tickets, the same for the same seed.</summary>
    private static List<int> Some(IReadOnlyList<ItemShare> shares, int seed) => [.. shares.Where(s => ((seed >> (s.Position % 31)) & 1) == 1).Select(s => s.Position)];

    private static void Holds(Func<List<PaidLine>, List<(int Seed, RefundWhat What)>, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(Orders, o => property(o.Lines, o.Wishes)));
}
