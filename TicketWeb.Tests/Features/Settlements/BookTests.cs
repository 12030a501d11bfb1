using Npgsql;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Settlements;

/// <summary>What happens to orders, in the book.</summary>
public sealed class BookTests(TestPostgres postgres) : IAsyncLifetime
{
    private const string Lines =
        "select string_agg(kind || ' ' || concat_ws(' ', buyer, in_transit, organization, platform, processor, tax), ', ' order by kind, buyer) from settlements.entries";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_purchase_and_what_goes_back_of_it_are_booked_as_they_happen()
    {
        var order = await PaidAsync(Cards.Succeeds);
        (await BookAsync()).ShouldBe("Sale -5400 0 4166 400 0 834");

        await RefundAsync(order, RefundWhat.TicketsAndFees);
        (await BookAsync()).ShouldBe("Refund 0 2700 -2083 -200 0 -417, Sale -5400 0 4166 400 0 834");

        await _database.TellFactsAsync();
        (await BookAsync()).ShouldBe("Refund 0 2700 -2083 -200 0 -417, RefundSent 2700 -2700 0 0 0 0, Sale -5400 0 4166 400 0 834");
        (await DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fee_of_the_organizers_own_counts_while_its_price_is_kept_on_top_of_it_or_within()
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        List<OwnFeeInput> own = [new OwnFeeInput("Levy", "1", null), new OwnFeeInput("Roof fund", "0.50", null, Absorbed: true)];
        (await _database.Get<SetFees>().RunAsync(night.By.Access, night.Id, new FeesInput(false, own), Cancel)).Refusal.ShouldBeNull();
        var order = await AnOrder.For(night).With(3, "Standing").PaidAsync();

        await RefundAsync(order, RefundWhat.TicketsOnly);
        await RefundAsync(order, RefundWhat.FeesOnly);
        (await _database.AskAsync("select string_agg(own_fees::text, ' ' order by id) from settlements.entries")).ShouldBe("450 -50 -100");
        await _database.TellFactsAsync();
        (await DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Money_that_the_gateway_refuses_to_send_stays_owed_to_the_buyer()
    {
        await RefundAsync(await PaidAsync(Cards.RefundFails), RefundWhat.TicketsOnly);
        await _database.TellFactsAsync();

        (await BookAsync()).ShouldBe("Refund 0 2500 -2083 0 0 -417, Sale -5400 0 4166 400 0 834");
    }

    [Theory]
    [InlineData("")]
    [InlineData("; update orders.order_refunds set tax = null, processor_fee = null")]
    public async Task What_happened_before_there_was_a_book_is_booked_just_so(string asOlderVersionsWroteIt)
    {
        var order = await PaidAsync(Cards.Succeeds);
        await RefundAsync(order, RefundWhat.TicketsAndFees);
        await _database.TellFactsAsync();
        await PaidAsync(Cards.Succeeds);
        const string all = "select string_agg(concat_ws(' ', kind, source_id, order_id, buyer, in_transit, organization, platform, tax, prices, discount, own_fees), ', ' order by kind, source_id) from settlements.entries";
        var before = await _database.AskAsync(all);
        await _database.AskAsync("delete from settlements.entries" + asOlderVersionsWroteIt);
        (await DifferencesAsync()).Count.ShouldBe(4);

        (await _database.Get<BookWhatIsMissing>().RunAsync(Cancel)).ShouldBe(4);
        (await _database.Get<BookWhatIsMissing>().RunAsync(Cancel)).ShouldBe(0);

        (await _database.AskAsync(all)).ShouldBe(before);
        (await DifferencesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("update settlements.entries set buyer = buyer")]
    [InlineData("delete from settlements.entries")]
    public async Task Nobody_who_serves_changes_the_book(string change)
    {
        await using var command = _database.Get<Databases>().ServiceSource.CreateCommand(change);

        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_database_takes_no_entry_that_does_not_sum_to_zero()
    {
        await PaidAsync(Cards.Succeeds);

        (await Should.ThrowAsync<PostgresException>(() => _database.AskAsync("update settlements.entries set tax = tax + 1"))).ConstraintName.ShouldBe("entries_sum_to_zero");
    }

    private async Task<MadeOrder> PaidAsync(string card)
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).Taxed("20", included: true).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        var order = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        (await order.PayAsync(card)).Value.State.ShouldBe(OrderState.Paid);
        return order;
    }

    private async Task RefundAsync(MadeOrder order, RefundWhat what) => _ = (await _database.Get<RefundOrder>().RunAsync(
        order.Of.By.Access, order.Id, new RefundInput([1], what, RefundReason.BuyerAsked, null, Guid.NewGuid()), Cancel)).Value;

    private async Task<string?> BookAsync() => (string?)await _database.AskAsync(Lines);

    private async Task<List<string>> DifferencesAsync() =>
        (await _database.Get<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences).ToList();
}
