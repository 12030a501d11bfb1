using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Tickets;
using TicketWeb.Kernel;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>
/// One fee goes back, and the others stay. Two tickets of £25 carry £2 each of the platform's and a levy of £1; three programmes of £5 carry 30p of the platform's and
/// 50p for packing; handling is £2.50 an order, of which the programmes bear 58p. All of it is £75.90.
/// </summary>
public sealed class RefundOfOneFeeTests(TestPostgres postgres) : IAsyncLifetime
{
    private const string Refunds = "select string_agg(concat_ws(' ', in_transit, organization, platform), ', ' order by id) from settlements.entries where kind = 'Refund'";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);
    private MadeEvent _night = null!;
    private MadeOrder _order = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 10).With("Standing", 25m, "Room").WithAddOn("Programme", 5m, null).PublishedAsync();
        var fees = new FeesInput(
            false, [new OwnFeeInput("Levy", "1", null), new OwnFeeInput("Packing", "0.50", null, Per: FeeKind.AddOn), new OwnFeeInput("Handling", "2.50", null, Per: FeeKind.Order)]);
        (await _database.Get<SetFees>().RunAsync(_night.By.Access, _night.Id, fees, Cancel)).Refusal.ShouldBeNull();
        _order = await AnOrder.For(_night).With(2, "Standing").With(3, "Programme").PaidAsync();
        (await _order.ViewAsync()).Quote.Total.Minor.ShouldBe(75_90);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_fee_of_a_ticket_an_add_on_or_the_order_goes_back_from_whom_it_went_to_and_once()
    {
        (await RefundAsync("Levy", 1)).Value.ShouldBe(Sum(1_00));
        (await RefundAsync("Packing", 3)).Value.ShouldBe(Sum(50));
        (await RefundAsync("Handling")).Value.ShouldBe(Sum(2_50));
        (await RefundAsync("Fees", 2)).Value.ShouldBe(Sum(2_00));
        await _database.TellFactsAsync();

        (await RefundAsync("Levy", 1)).Refusal!.Sentence.ShouldBe("Nothing is left of the fee “Levy” to refund.");
        (await RefundAsync("Handling")).Refusal.ShouldBeOfType<NothingToRefund>();
        (await _database.AskAsync(Refunds)).ShouldBe("100 -100 0, 50 -50 0, 250 -250 0, 200 0 -200");
        (await _database.AskAsync("select string_agg(returned_fee::text, ' ' order by id) from payments.refunds")).ShouldBe("0 0 0 200", "the platform gives back nothing of the organizer's own");
        (await _order.TicketsAsync()).ShouldAllBe(t => t.Ticket.State == TicketState.Valid);
        (await _order.StateAsync()).ShouldBe(OrderState.PartlyRefunded);
        var figures = (await _database.Get<ShowRefunds>().RunAsync(_night.By.Access, (await _database.Get<IEvents>().FindAsync(_night.Id, Cancel))!, Cancel))!.Figures;
        (figures.Count, figures.Amount.Minor, figures.Fee.Minor, figures.OwnFee.Minor, figures.Tickets).ShouldBe((4, 6_00, 6_00, 4_00, 0));
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task What_is_left_afterwards_goes_back_with_the_rest_and_all_of_it_is_what_was_paid()
    {
        await RefundAsync("Levy", 1);
        await RefundAsync("Handling");
        (await ShowAsync()).Tickets.Select(t => string.Join(", ", t.FeesLeft.Select(f => $"{f.Name} {f.Amount}"))).ShouldBe(["Fees £2.00", "Levy £1.00, Fees £2.00"]);
        (await ShowAsync()).Refunds.Select(r => r.OnlyFee).ShouldBe(["Levy", "Handling"]);

        (await RunAsync(RefundWhat.TicketsAndFees, null, [1])).Value.Total.Minor.ShouldBe(27_00);
        (await RunAsync(RefundWhat.TicketsAndFees, null, null)).Value.Total.Minor.ShouldBe(75_90 - 27_00 - 3_50);
        await _database.TellFactsAsync();

        (await _order.StateAsync()).ShouldBe(OrderState.Refunded);
        (await _database.CountAsync("select refunded from payments.payments")).ShouldBe(75_90);
        (await _database.CountAsync("select sum(organization + platform + tax) from settlements.entries")).ShouldBe(0);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task A_credit_note_names_the_fee()
    {
        await RefundAsync("Levy", 1);
        await RunAsync(RefundWhat.TicketsAndFees, null, [2]);

        await using var db = _database.Get<TicketWeb.Platform.Data.Databases>().Service();
        var refunds = (await _database.Get<IOrders>().HistoryAsync(db, _order.Id, Cancel))!.Refunds;

        refunds.Select(r => string.Join(", ", r.Fees.Select(f => $"{f.Name} {f.Amount}"))).ShouldBe(["Levy £1.00", "Fees £2.00, Levy £1.00, Handling £0.96"]);
    }

    [Fact]
    public async Task All_fees_that_a_version_before_this_one_refunded_are_gone_whatever_they_are_called()
    {
        await RunAsync(RefundWhat.FeesOnly, null, [1]);
        await _database.TellFactsAsync();
        await _database.AskAsync(
            "with all_of_it as (delete from orders.refunded_parts returning *) insert into orders.refunded_parts (order_id, position, part, refund_id, organization_id, amount, add_on) " +
            "select order_id, position, part, refund_id, organization_id, sum(amount), false from all_of_it group by 1, 2, 3, 4, 5");
        await ShouldBalanceAsync();

        (await RefundAsync("Levy", 1)).Refusal.ShouldBeOfType<NothingToRefund>();
        (await RefundAsync("Levy", 2)).Value.ShouldBe(Sum(1_00));
        (await RunAsync(RefundWhat.TicketsAndFees, null, null)).Refusal.ShouldBeNull();
        await _database.TellFactsAsync();

        (await _database.CountAsync("select refunded from payments.payments")).ShouldBe(75_90);
        await ShouldBalanceAsync();
    }

    [Theory]
    [InlineData("Roof fund", RefundWhat.FeesOnly)]
    [InlineData("Levy", RefundWhat.TicketsAndFees)]
    public async Task A_fee_that_is_not_there_and_a_fee_with_its_ticket_are_refused_and_change_nothing(string fee, RefundWhat what)
    {
        (await RunAsync(what, fee, [1])).Refusal.ShouldBe(new NotFound("fee"));

        (await _order.StateAsync()).ShouldBe(OrderState.Paid);
        (await _database.CountAsync("select count(*) from payments.refunds")).ShouldBe(0);
    }

    private Task<Outcome<RefundSum>> RefundAsync(string fee, params int[] positions) => RunAsync(RefundWhat.FeesOnly, fee, positions.Length == 0 ? null : positions);

    private async Task<Outcome<RefundSum>> RunAsync(RefundWhat what, string? fee, int[]? positions)
    {
        var planned = await _database.Get<RefundOrder>().PreviewAsync(_night.By.Access, _order.Id, positions, what, fee, Cancel);
        var made = await _database.Get<RefundOrder>().RunAsync(
            _night.By.Access, _order.Id, new RefundInput(positions, what, RefundReason.Goodwill, null, Guid.NewGuid()) { Fee = fee }, Cancel);
        (made.Refusal ?? (object)made.Value).ShouldBe(planned.Refusal ?? (object)planned.Value, "what was shown is what is done");
        return made;
    }

    private async Task<OrderDetails> ShowAsync() => (await _database.Get<ShowOrder>().RunAsync(_night.By.Access, _order.Id, Cancel))!;

    private async Task ShouldBalanceAsync() => (await _database.Get<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences).ShouldBeEmpty();

    private static RefundSum Sum(long fee) => new(0, Money.Zero(Currency.Of("GBP")), new Money(fee, Currency.Of("GBP")));
}
