using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

namespace TicketWeb.Tests.Features.Payments.Stripe;

/// <summary>One fee goes back here, and an amount at Stripe's dashboard. Two tickets of £25 carry £2 of the platform's and a levy of £1 each.</summary>
public sealed class StripeFeeRefundTests : IAsyncLifetime, IClassFixture<EmulatedStripe>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database;
    private readonly EmulatedStripe _stripe;
    private ServiceProvider _services = null!;
    private MadeOrder _order = null!;

    public StripeFeeRefundTests(TestPostgres postgres, EmulatedStripe stripe) => (_database, _stripe) = (new TestDatabase(postgres), stripe);

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _services = _database.Build(_stripe.Use);
        var night = await AnEvent.By(await AnOrganization.InAsync(_services)).WithPool("Room", 20).With("Standing", 25m, "Room").PublishedAsync();
        _ = (await _services.GetRequiredService<SetFees>().RunAsync(night.By.Access, night.Id, new FeesInput(false, [new OwnFeeInput("Levy", "1", null)]), Cancel)).Value;
        _order = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        (await _order.PayAsync(_stripe.Token(StripeCards.Succeeds))).Value.State.ShouldBe(OrderState.Paid);
        await _database.TellFactsAsync(_services);
        _stripe.News();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_fee_that_follows_money_from_Stripe_sends_what_is_missing()
    {
        await RefundAtStripeAsync(1_50);

        (await RefundHereAsync("Levy", 1)).Total.Minor.ShouldBe(0, "the buyer has more than that");
        (await RefundHereAsync("Levy", 2)).Total.Minor.ShouldBe(50);
        await ShouldBalanceAsync(2_00);

        await RefundHereAsync(null);
        await ShouldBalanceAsync(56_00);
        (await _order.StateAsync()).ShouldBe(OrderState.Refunded);
    }

    [Fact]
    public async Task Money_from_Stripe_that_follows_a_fee_takes_nothing_of_it_again()
    {
        (await RefundHereAsync("Levy", 1)).Total.Minor.ShouldBe(1_00);
        await _database.TellFactsAsync(_services);
        await RefundAtStripeAsync(55_00);

        (await _database.AskAsync("select string_agg(concat_ws(' ', in_transit, organization + tax, platform), ', ' order by id) from settlements.entries where kind = 'Refund'"))
            .ShouldBe("100 -100 0, 5500 -5100 -400");
        (await RefundHereAsync(null)).Total.Minor.ShouldBe(0);
        await ShouldBalanceAsync(56_00);
        (await _order.StateAsync()).ShouldBe(OrderState.Refunded);
    }

    private async Task RefundAtStripeAsync(long amount)
    {
        await _stripe.RefundAsync(_stripe.LatestIntent(), amount);
        foreach (var one in _stripe.News())
            await _stripe.BringAsync(_services, one.ToJsonString());
        await _database.TellFactsAsync(_services);
    }

    /// <param name="fee">The one fee that goes back; null for all that is left.</param>
    private async Task<RefundSum> RefundHereAsync(string? fee, params int[] positions) => (await _services.GetRequiredService<RefundOrder>().RunAsync(
        _order.Of.By.Access, _order.Id,
        new RefundInput(fee is null ? null : positions, fee is null ? RefundWhat.TicketsAndFees : RefundWhat.FeesOnly, RefundReason.BuyerAsked, null, Guid.NewGuid()) { Fee = fee }, Cancel)).Value;

    private async Task ShouldBalanceAsync(long back)
    {
        await _database.TellFactsAsync(_services);
        (await _database.CountAsync("select refunded from payments.payments")).ShouldBe(back);
        (await _services.GetRequiredService<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences).ShouldBeEmpty();
    }
}
