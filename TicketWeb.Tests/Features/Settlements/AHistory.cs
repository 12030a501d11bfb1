using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Pricing.Domain;
using TicketWeb.Features.Settlements;
using TicketWeb.Features.Settlements.Domain;
using TicketWeb.Kernel;

namespace TicketWeb.Tests.Features.Settlements;

/// <summary>
/// Whatever may happen to an organization's orders, made up from a seed: each thing is booked as the app books it, and beside that reckoned
/// ticket by ticket in another way.
/// </summary>
internal sealed class AHistory(int seed)
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Currency Pounds = Currency.Of("GBP");

    private readonly Random _chance = new(seed);
    private readonly OrganizationId _organization = Id.New<OrganizationId>();
    private readonly List<Entry> _book = [];
    private Balances _reckoned;

    public IReadOnlyList<Entry> Book => _book;

    public Balances Booked => _book.Aggregate(new Balances(), (sum, e) => sum + e.Moved);

    public Balances Reckoned => _reckoned;

    public static AHistory From(int seed)
    {
        var history = new AHistory(seed);
        for (var orders = history._chance.Next(1, 5); orders > 0; orders--)
            history.Live(history.Buy());
        while (history._chance.Next(3) == 0)
            history.Adjust();
        while (history._chance.Next(5) == 0)
            history.PayTwice();
        return history;
    }

    private Order Buy()
    {
        var fees = new EventFees(
            Absorbs: Maybe(), [.. Enumerable.Range(0, _chance.Next(3)).Select(_ => new OwnFee(Maybe() ? "" : "Levy", _chance.Next(300), new BasisPoints(_chance.Next(1_000)), Maybe() ? FeeKind.Order : FeeKind.Ticket, Absorbed: Maybe()))],
            Maybe() ? null : new ProcessingTerms(_chance.Next(50), new BasisPoints(_chance.Next(500)), Absorbed: Maybe()));
        var list = new PriceList([new FeeRule(FeeReceiver.Platform, FeeKind.Ticket, _chance.Next(100), new BasisPoints(_chance.Next(1_500)))]).With(fees);
        List<CartItem> items = [.. Enumerable.Range(0, _chance.Next(1, 4)).Select(_ => new CartItem(Id.New<TicketTypeId>(), "Ticket", new Money(_chance.Next(10_000), Pounds), _chance.Next(1, 6)))];
        var code = Maybe() ? null : new CodeTerms(
            Id.New<DiscountCodeId>(), "EARLY", Maybe() ? DiscountKind.Percent : DiscountKind.Flat, Maybe() ? DiscountPer.Ticket : DiscountPer.Order, _chance.Next(1, 8_000), []);
        var quote = list.Quote(new Cart(Pounds, items, new Tax(new BasisPoints(Maybe() ? 0 : _chance.Next(2_500)), Maybe()), code), Now).Value;
        var order = Order.Start(
            _organization, Id.New<EventId>(), Id.New<ReservationId>(), CheckoutSecret.New(), Channel.Storefront, quote, code, items.ToDictionary(i => i.TicketTypeId, _ => (int?)null), Now);
        order.Identify("ada@buyers.example", "Ada Buyer");
        order.MarkPaid(Now);

        _book.Add(Posting.Of(order.TellPaid(), Now)!);
        foreach (var line in quote.Lines)
        {
            // What the organizer pays to others out of the price stays with them, whatever goes back.
            var (absorbed, moving) = (line.Sum(c => c is { Absorbed: true, Receiver: FeeReceiver.Platform }).Minor, line.Sum(c => c is { Absorbed: true, Receiver: FeeReceiver.Processor }).Minor);
            Reckon(organization: -absorbed - moving, platform: absorbed, processor: moving);
            foreach (var ticket in Tickets(line))
                Reckon(buyer: -ticket.Price - ticket.Fees.Sum(f => f.Amount), organization: ticket.Price - ticket.Tax + ticket.For(FeeReceiver.Organization), platform: ticket.For(FeeReceiver.Platform), processor: ticket.For(FeeReceiver.Processor), tax: ticket.Tax);
        }

        return order;
    }

    /// <summary>Parts of it go back, somebody refunds at the payment company, or a bank takes all of it.</summary>
    private void Live(Order order)
    {
        var types = order.Lines.SelectMany(l => Enumerable.Repeat(l.TicketTypeId, l.Count)).ToList();
        List<OrderTicket> tickets = [.. types.Select((type, i) => new OrderTicket(i + 1, type, "", "", true, null, ""))];
        var back = new GivenBack(order.Shares(tickets), new HashSet<PaidPart>(), 0);
        while (_chance.Next(4) > 0)
            back = Refund(order, back, [.. tickets.Where(_ => Maybe()).Select(t => t.Position)], (RefundWhat)_chance.Next(3), Maybe() ? "Levy" : null);
        if (Maybe() && back.Amount < order.Total)
            back = RefundAtGateway(order, back);
        if (_chance.Next(4) == 0)
            Dispute(order);
    }

    /// <summary>Somebody refunds some of it at the payment company. It comes to nothing, or the tickets follow, whatever goes back before all of it has.</summary>
    private GivenBack RefundAtGateway(Order order, GivenBack back)
    {
        var amount = _chance.NextInt64(1, order.Total - back.Amount + 1);
        var (id, ahead) = (Id.New<OrderRefundId>(), back.With(amount));
        _book.Add(Posting.Of(new OrderRefunded(order.Id, id, _organization, amount, [], ahead.Proceeds(Pounds) - back.Proceeds(Pounds)), Now)!);
        if (Maybe())
        {
            _book.Add(Posting.Of(new RefundUndone(order.Id, id, _organization, back.Proceeds(Pounds) - ahead.Proceeds(Pounds)), Now));
            return back;
        }

        Reckon(inTransit: amount);
        Send(order.Id.Value, amount);
        ahead = Refund(order, ahead, [.. back.Shares.Where(_ => Maybe()).Select(s => s.Position)], (RefundWhat)_chance.Next(3), Maybe() ? QuoteFee.Unnamed : null);
        return Refund(order, Refund(order, ahead, null, RefundWhat.TicketsAndFees), null, RefundWhat.FeesOnly);
    }

    private GivenBack Refund(Order order, GivenBack before, IReadOnlyCollection<int>? chosen, RefundWhat what, string? fee = null)
    {
        if (!RefundPlan.Make(before.Shares, before.Gone, chosen, what, what == RefundWhat.FeesOnly ? fee : null).IsDone(out var plan, out _))
            return before;
        plan = plan with { Ahead = before.Ahead };
        var each = order.Quote.Lines.SelectMany(Tickets).ToList();
        foreach (var (share, part) in plan.Parts)
        {
            var ticket = each[share.Position - 1];
            if (part.IsPrice)
                Reckon(organization: ticket.Tax - ticket.Price, tax: -ticket.Tax);
            else
                Reckon(organization: -ticket.For(FeeReceiver.Organization, part.Fee), platform: -ticket.For(FeeReceiver.Platform, part.Fee), processor: -ticket.For(FeeReceiver.Processor, part.Fee));
        }

        var after = before.With(plan);
        _book.Add(Posting.Of(new OrderRefunded(order.Id, Id.New<OrderRefundId>(), _organization, plan.Amount, [], after.Proceeds(Pounds) - before.Proceeds(Pounds)), Now)!);
        Reckon(inTransit: plan.Amount);
        if (plan.Amount > 0)
            Send(order.Id.Value, plan.Amount);
        return after;
    }

    /// <summary>The gateway sends it, refuses it and is asked again, a bank sends it back days later, or the team gives it back by hand.</summary>
    private void Send(Guid order, long amount)
    {
        while (_chance.Next(3) == 0)
        {
            // Refused at once, a refund moves nothing: it is owed as before.
            if (Maybe())
                continue;
            var failed = Id.New<RefundId>();
            _book.Add(Posting.Of(new RefundSent(failed, _organization, order, Pounds.Code, amount), Now));
            _book.Add(Posting.Of(new RefundReturned(failed, _organization, order, Pounds.Code, amount), Now));
        }

        if (_chance.Next(4) == 0)
            return;
        if (Maybe())
        {
            _book.Add(Posting.Of(new RefundGivenByHand(Id.New<RefundId>(), _organization, order, Pounds.Code, amount), Now));
            Reckon(inTransit: -amount, organization: amount);
            return;
        }

        _book.Add(Posting.Of(new RefundSent(Id.New<RefundId>(), _organization, order, Pounds.Code, amount), Now));
        Reckon(inTransit: -amount, buyer: amount);
    }

    private void Dispute(Order order)
    {
        var amount = new Money(order.Total, Pounds);
        var payment = Payment.Begin(_organization, order.Id.Value, amount, "scripted", Now);
        var dispute = TicketWeb.Features.Payments.Domain.Dispute.Open(payment, "dp_1", Now);
        var fee = new Money(Maybe() ? 0 : 15_00, Pounds);
        var (none, all) = (Money.Zero(Pounds), amount);
        foreach (var (state, withdrawn, costs) in new[] { (DisputeState.Inquiry, none, none), (DisputeState.NeedsAnswer, all, fee), (DisputeState.UnderReview, all, fee) })
            Hear(dispute, state, withdrawn, costs);
        var won = Maybe();
        Hear(dispute, won ? DisputeState.Won : DisputeState.Lost, won ? none : all, fee);
        Reckon(buyer: won ? 0 : amount.Minor, organization: (won ? 0 : -amount.Minor) - fee.Minor, processor: fee.Minor);
    }

    private void Hear(Dispute dispute, DisputeState state, Money withdrawn, Money fee)
    {
        if (dispute.Note(new GatewayDispute("dp_1", dispute.PaymentId, state, withdrawn, withdrawn, fee, "fraudulent", null)) is { } moved)
            _book.Add(Posting.Of(moved, Now));
    }

    private void Adjust()
    {
        var amount = _chance.Next(-5_000, 5_000) | 1;
        var input = new AdjustmentInput(new Money(amount, Pounds).ToPlainString(), "The box office counted again.", Guid.NewGuid());
        _book.Add(Posting.Adjust(_organization, Pounds, input, Guid.NewGuid(), Now).Value);
        Reckon(organization: amount, platform: -amount);
    }

    private void PayTwice()
    {
        var amount = _chance.Next(1, 10_000);
        var order = Guid.NewGuid();
        _book.Add(Posting.Of(new SurplusRefunded(OrderId.From(order), _organization, Id.New<PaymentId>(), Pounds.Code, amount), Now));
        Reckon(buyer: -amount, inTransit: amount);
        Send(order, amount);
    }

    /// <summary>The tickets of a line with their parts, split evenly.</summary>
    private static IEnumerable<TicketParts> Tickets(QuoteLine line)
    {
        var prices = Shares.Evenly((line.Price - line.Discount + line.AddedTax).Minor, line.Count);
        var taxes = Shares.Evenly(line.Tax.Minor, line.Count);
        // The odd pennies of all fees lie together: the organizer's own first, and the platform's last.
        List<(FeeReceiver Receiver, string Name, long Amount)> fees =
        [
            .. line.Charges.Where(c => !c.Absorbed).GroupBy(c => (c.Receiver, c.Title)).OrderBy(g => g.Key.Receiver is FeeReceiver.Platform).ThenBy(g => g.Key.Receiver).ThenBy(g => g.Key.Title, StringComparer.Ordinal)
                .Select(g => (g.Key.Receiver, g.Key.Title, g.Sum(c => c.Amount.Minor))),
        ];
        return Enumerable.Range(0, line.Count).Select(i => new TicketParts(prices[i], [.. fees.Select((fee, n) => (fee.Receiver, fee.Name, UpTo(n + 1, i) - UpTo(n, i)))], taxes[i]));

        long UpTo(int fee, int ticket) => (fees.Take(fee).Sum(f => f.Amount) + line.Count - 1 - ticket) / line.Count;
    }

    private void Reckon(long buyer = 0, long inTransit = 0, long organization = 0, long platform = 0, long processor = 0, long tax = 0) =>
        _reckoned += new Balances(buyer, inTransit, organization, platform, processor, tax);

    private bool Maybe() => _chance.Next(2) == 0;

    private sealed record TicketParts(long Price, IReadOnlyList<(FeeReceiver Receiver, string Name, long Amount)> Fees, long Tax)
    {
        public long For(FeeReceiver receiver, string? name = null) => Fees.Where(f => f.Receiver == receiver && (name is null || f.Name == name)).Sum(f => f.Amount);
    }
}
