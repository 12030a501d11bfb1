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
    private static readonly string[] Names = [QuoteFee.Unnamed, "Levy", "Roof fund"];

    /// <summary>An order's lines, with sums that need not divide by their tickets, and refunds that somebody may ask for, one after the other.</summary>
    private static readonly Arbitrary<(List<PaidLine> Lines, List<(int Seed, RefundWhat What, string? Fee)> Wishes)> Orders = (
        from lines in Gen.ListOf(
            from count in Gen.Choose(1, 6)
            from price in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 50_000))
            from fees in Gen.ListOf(
                from amount in Gen.Choose(1, 3_000)
                from name in Gen.Elements(Names)
                from receiver in Gen.Elements(Enum.GetValues<FeeReceiver>())
                select Fee(amount, name, receiver))
            from kind in Gen.Elements(Enum.GetValues<LineKind>())
            select kind == LineKind.Included ? Drinks(count) : new PaidLine(Id.New<TicketTypeId>(), count, price, [.. fees], Kind: kind))
        from wishes in Gen.ListOf(
            from seed in Gen.Choose(0, int.MaxValue)
            from what in Gen.Elements(Enum.GetValues<RefundWhat>())
            from fee in Gen.Elements<string?>([null, .. Names])
            select (seed, what, what == RefundWhat.FeesOnly ? fee : null))
        where lines.Count > 0
        select (lines.ToList(), wishes.ToList())).ToArbitrary();

    [Fact]
    public void The_shares_of_tickets_sum_to_what_was_paid() => Holds((lines, _) =>
    {
        var shares = Shares(lines);
        return lines.All(l => shares.Where(s => s.TicketTypeId == l.TicketTypeId).ToList() is var own
            && own.Sum(s => s.Price) == l.Price && own.Max(s => s.Price) - own.Min(s => s.Price) <= 1 && own.Max(s => s.Fee) - own.Min(s => s.Fee) <= 1
            && own.All(s => s.Fees.All(f => f.Amount >= 0)) && l.Fees.Select((fee, n) => own.Sum(s => s.Fees[n].Amount) == fee.Amount).All(same => same));
    });

    [Fact]
    public void Refunding_everything_in_any_order_of_parts_returns_exactly_what_was_paid() => Holds((lines, wishes) =>
    {
        var shares = Shares(lines);
        var paid = lines.Sum(l => l.Price + l.Fees.Sum(f => f.Amount));
        var gone = new HashSet<PaidPart>();
        var back = 0L;
        foreach (var (positions, what, fee) in wishes.Select(w => ((IReadOnlyCollection<int>?)Some(shares, w.Seed), w.What, w.Fee)).Append((null, RefundWhat.TicketsAndFees, null)).Append((null, RefundWhat.FeesOnly, null)))
        {
            if (!RefundPlan.Make(shares, gone, positions, what, fee).IsDone(out var plan, out _))
                continue;
            back += plan.Price + plan.Fee;
            if (back > paid || plan.Parts.Any(p => !gone.Add(p.Part) || (fee is not null && p.Part.Fee != fee)))
                return false;
        }

        return back == paid && RefundPlan.Make(shares, gone, null, RefundWhat.TicketsAndFees).Refusal is NothingToRefund;
    });

    [Fact]
    public void The_first_tickets_of_a_line_bear_the_odd_pennies() =>
        Shares([Line(3, 1_000, 200)]).Select(s => (s.Price, s.Fee)).ShouldBe([(334, 67), (333, 67), (333, 66)]);

    [Fact]
    public void A_ticket_that_went_back_is_not_chosen_again()
    {
        var shares = Shares([Line(2, 1_000, 100)]);
        HashSet<PaidPart> gone = [new(1)];

        RefundPlan.Make(shares, gone, [1], RefundWhat.TicketsAndFees).Refusal!.Sentence.ShouldBe("This ticket was refunded before.");
        RefundPlan.Make(shares, gone, [1, 2], RefundWhat.TicketsOnly).Refusal.ShouldBeOfType<NothingToRefund>();
        RefundPlan.Make(shares, gone, null, RefundWhat.TicketsAndFees).Value.Tickets.ShouldHaveSingleItem().Position.ShouldBe(2, "its fee was kept on purpose");
        RefundPlan.Make(shares, gone, [1], RefundWhat.FeesOnly).Value.Fee.ShouldBe(50);
    }

    [Fact]
    public void Tickets_come_first_in_an_order_and_its_add_ons_after_them()
    {
        var (ticket, shirt) = (Id.New<TicketTypeId>(), Id.New<TicketTypeId>());

        var shares = Shares([new PaidLine(shirt, 2, 3_001, [], Kind: LineKind.AddOn), new PaidLine(ticket, 2, 5_000, [Fee(400)])]);

        shares.Select(s => (s.Position, s.TicketTypeId, s.Price)).ShouldBe([(1, ticket, 2_500), (2, ticket, 2_500), (3, shirt, 1_501), (4, shirt, 1_500)]);
    }

    [Fact]
    public void What_came_with_the_tickets_goes_back_with_the_last_of_them_and_what_was_bought_stays()
    {
        var shares = Shares([Line(2, 5_000, 400), Drinks(2), Line(1, 1_500, 90, LineKind.AddOn)]);
        HashSet<PaidPart> gone = [];

        var first = RefundPlan.Make(shares, gone, [1], RefundWhat.TicketsAndFees).Value;
        gone.UnionWith(first.Parts.Select(p => p.Part));
        var second = RefundPlan.Make(shares, gone, [2], RefundWhat.TicketsOnly).Value;

        (first.Tickets.Count(), first.AddOns.Count()).ShouldBe((1, 0));
        (second.Tickets.Count(), second.AddOns.Count(), second.Price).ShouldBe((1, 2, 2_500), "the shirt was bought");
        RefundPlan.Make(shares, gone, [2], RefundWhat.FeesOnly).Value.Items.ShouldBeEmpty("the ticket stays good, and so does the drink");
    }

    [Fact]
    public void An_add_on_goes_back_alone_and_once()
    {
        var shares = Shares([Line(1, 2_500, 200), Line(3, 4_501, 271, LineKind.AddOn)]);

        var plan = RefundPlan.Make(shares, new HashSet<PaidPart>(), [2, 3], RefundWhat.TicketsAndFees).Value;

        (plan.Price, plan.Fee, plan.Tickets.Count(), plan.AddOns.Count()).ShouldBe((3_001, 181, 0, 2));
        RefundPlan.Make(shares, new HashSet<PaidPart> { new(2) }, [2], RefundWhat.TicketsOnly).Refusal!.Sentence.ShouldBe("This add-on was refunded before.");
    }

    [Fact]
    public void A_fee_goes_back_alone_by_its_name_and_the_others_are_left()
    {
        var shares = Shares([new PaidLine(Id.New<TicketTypeId>(), 2, 5_000, [Fee(101, "Levy", FeeReceiver.Organization), Fee(400)])]);

        var plan = RefundPlan.Make(shares, new HashSet<PaidPart>(), [1, 2], RefundWhat.FeesOnly, "Levy").Value;
        var gone = plan.Parts.Select(p => p.Part).ToHashSet();

        (plan.Price, plan.Fee, plan.Items.Count()).ShouldBe((0, 101, 0));
        RefundPlan.Make(shares, gone, [1], RefundWhat.FeesOnly, "Levy").Refusal!.Sentence.ShouldBe("Nothing is left of the fee “Levy” to refund.");
        RefundPlan.Make(shares, gone, null, RefundWhat.FeesOnly).Value.Fee.ShouldBe(400);
        RefundPlan.Make(shares, gone, [2], RefundWhat.TicketsAndFees).Value.Fee.ShouldBe(200);
        RefundPlan.Make(shares, gone, [1], RefundWhat.FeesOnly, "Roof fund").Refusal.ShouldBe(new NotFound("fee"));
        RefundPlan.Make(shares, gone, [1], RefundWhat.TicketsAndFees, "Levy").Refusal.ShouldBe(new NotFound("fee"), "a ticket does not go back for a fee");
    }

    [Fact]
    public void What_is_not_there_is_not_refunded()
    {
        var shares = Shares([Line(1, 0, 0)]);

        RefundPlan.Make(shares, new HashSet<PaidPart>(), [], RefundWhat.TicketsAndFees).Refusal.ShouldBeOfType<NothingToRefund>();
        RefundPlan.Make(shares, new HashSet<PaidPart>(), [2], RefundWhat.TicketsAndFees).Refusal.ShouldBeOfType<NotFound>();
        RefundPlan.Make(shares, new HashSet<PaidPart>(), null, RefundWhat.FeesOnly).Refusal!.Sentence.ShouldBe("There are no fees left to refund.");
        RefundPlan.Make(shares, new HashSet<PaidPart>(), null, RefundWhat.TicketsAndFees).Value.Tickets.Count().ShouldBe(1, "a free ticket goes back as well");
    }

    private static PaidLine Drinks(int count) => Line(count, 0, 0, LineKind.Included);

    private static PaidLine Line(int count, long price, long fee, LineKind kind = LineKind.Ticket) => new(Id.New<TicketTypeId>(), count, price, fee > 0 ? [Fee(fee)] : [], Kind: kind);

    private static FeeShare Fee(long amount, string name = QuoteFee.Unnamed, FeeReceiver receiver = FeeReceiver.Platform) => new(receiver, name, amount);

    private static IReadOnlyList<ItemShare> Shares(IReadOnlyList<PaidLine> lines) =>
        ItemShare.Split(lines, lines.Where(l => l.Kind == LineKind.Ticket).SelectMany(l => Enumerable.Repeat(l.TicketTypeId, l.Count)).Select((type, index) => (index + 1, type)));

    /// <summary>A choice of tickets, the same for the same seed.</summary>
    private static List<int> Some(IReadOnlyList<ItemShare> shares, int seed) => [.. shares.Where(s => ((seed >> (s.Position % 31)) & 1) == 1).Select(s => s.Position)];

    private static void Holds(Func<List<PaidLine>, List<(int Seed, RefundWhat What, string? Fee)>, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(Orders, o => property(o.Lines, o.Wishes)));
}
