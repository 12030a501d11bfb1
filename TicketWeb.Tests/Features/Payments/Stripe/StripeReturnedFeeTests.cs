using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

namespace TicketWeb.Tests.Features.Payments.Stripe;

/// <summary>
/// What the installation gives back of its fee comes from the installation, to the penny. The organization has an account of its own; two tickets of £25 carry £2 of the
/// platform's and a levy of £1 each. So £52 of £56 were handed on, and £4 were kept.
/// </summary>
public sealed class StripeReturnedFeeTests : IAsyncLifetime, IClassFixture<EmulatedStripe>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database;
    private readonly EmulatedStripe _stripe;
    private ServiceProvider _services = null!;
    private MadeOrder _order = null!;

    public StripeReturnedFeeTests(TestPostgres postgres, EmulatedStripe stripe) => (_database, _stripe) = (new TestDatabase(postgres), stripe);

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _services = _database.Build(_stripe.Use);
        var night = await AnEvent.By(await APayoutAccount.ReadyAsync(_database, _services, _stripe)).WithPool("Room", 20).With("Standing", 25m, "Room").PublishedAsync();
        (await _services.GetRequiredService<SetFees>().RunAsync(night.By.Access, night.Id, new FeesInput(false, [new OwnFeeInput("Levy", "1", null)]), Cancel)).Refusal.ShouldBeNull();
        _order = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        (await _order.PayAsync(_stripe.Token(StripeCards.Succeeds))).Value.State.ShouldBe(OrderState.Paid);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData(RefundWhat.FeesOnly, "Fees", 2_00, 2_00)]
    [InlineData(RefundWhat.FeesOnly, "Levy", 1_00, 0)]
    [InlineData(RefundWhat.FeesOnly, null, 3_00, 2_00)]
    [InlineData(RefundWhat.TicketsOnly, null, 25_00, 0)]
    [InlineData(RefundWhat.TicketsAndFees, null, 28_00, 2_00)]
    public async Task What_goes_back_of_the_fee_is_what_the_book_says(RefundWhat what, string? fee, long amount, long returned)
    {
        await RefundAsync(what, fee, 1);

        Charge().Number("amount_refunded").ShouldBe(amount);
        Fee().Number("amount_refunded").ShouldBe(returned);
        await ShouldAgreeAsync();
    }

    [Fact]
    public async Task All_of_it_has_gone_back_once_everything_has()
    {
        await RefundAsync(RefundWhat.FeesOnly, "Fees", 2);
        await RefundAsync(RefundWhat.TicketsOnly, null, 1, 2);
        await RefundAsync(RefundWhat.FeesOnly, null);

        Charge().Number("amount_refunded").ShouldBe(56_00);
        Fee().Number("amount_refunded").ShouldBe(4_00);
        await ShouldAgreeAsync();
    }

    [Fact]
    public async Task Told_twice_it_goes_back_once()
    {
        await RefundAsync(RefundWhat.FeesOnly, "Fees", 1);

        await _database.AskAsync("update platform.outbox set told_at = null, due_at = '2027-01-01' where fact = 'RefundSent'");
        await _database.TellFactsAsync(_services);

        Fee().Number("amount_refunded").ShouldBe(2_00);
    }

    [Fact]
    public async Task A_refund_that_a_bank_sent_back_and_that_is_sent_again_returns_it_once()
    {
        await RefundAsync(RefundWhat.FeesOnly, "Fees", 1);
        await FailAsync();

        _ = (await _services.GetRequiredService<RepeatRefund>().RunAsync(_order.Of.By.Access, _order.Id, await FailedAsync(), Cancel)).Value;
        await _database.TellFactsAsync(_services);

        Charge().Number("amount_refunded").ShouldBe(2_00);
        Fee().Number("amount_refunded").ShouldBe(2_00);
        await ShouldAgreeAsync();
    }

    [Fact]
    public async Task Whoever_gives_the_money_by_hand_has_the_fee_from_the_platform()
    {
        _stripe.Troubles.Enqueue(new StripeTrouble(404));
        await RefundAsync(RefundWhat.FeesOnly, "Fees", 1);
        Fee().Number("amount_refunded").ShouldBe(0, "nothing was sent");

        _ = (await _services.GetRequiredService<GiveRefundByHand>().RunAsync(_order.Of.By.Access, _order.Id, await FailedAsync(), Cancel)).Value;
        await _database.TellFactsAsync(_services);

        Charge().Number("amount_refunded").ShouldBe(0);
        Fee().Number("amount_refunded").ShouldBe(2_00);
        await ShouldAgreeAsync();
    }

    [Fact]
    public async Task No_more_goes_back_than_somebody_at_Stripe_has_left_of_it()
    {
        await _services.GetRequiredService<IPaymentGateway>().ReturnFeeAsync((await _order.ViewAsync()).Payment!.Id, Id.New<RefundId>(), new Money(3_00, Currency.Of("GBP")), Cancel);

        await RefundAsync(RefundWhat.FeesOnly, "Fees", 1);

        Fee().Number("amount_refunded").ShouldBe(4_00);
    }

    [Fact]
    public async Task What_a_version_before_asked_for_goes_back_in_proportion()
    {
        await RefundAsync(RefundWhat.TicketsAndFees, null, [1], before: "update payments.refunds set returned_fee = null, returns_fee = true");

        Fee().Number("amount_refunded").ShouldBe(2_00);
    }

    private JsonObject Charge() => _stripe.Find(_stripe.Find(_stripe.LatestIntent()).Text("latest_charge"));

    private JsonObject Fee() => _stripe.Find(Charge().Text("application_fee"));

    private Task RefundAsync(RefundWhat what, string? fee, params int[] positions) => RefundAsync(what, fee, positions, before: null);

    /// <param name="before">What happens before the money is sent.</param>
    private async Task RefundAsync(RefundWhat what, string? fee, int[] positions, string? before)
    {
        _ = (await _services.GetRequiredService<RefundOrder>().RunAsync(
            _order.Of.By.Access, _order.Id, new RefundInput(positions.Length == 0 ? null : positions, what, RefundReason.BuyerAsked, null, Guid.NewGuid()) { Fee = fee }, Cancel)).Value;
        if (before is not null)
            await _database.AskAsync(before);
        await _database.TellFactsAsync(_services);
    }

    private async Task FailAsync()
    {
        _stripe.FailRefund(_stripe.Events("refund.created")[^1]["data"]!["object"]!.AsObject().Text("id"));
        await _stripe.BringAsync(_services, _stripe.Events("refund.failed")[^1].ToJsonString());
        await _database.TellFactsAsync(_services);
    }

    private async Task<RefundId> FailedAsync() => RefundId.From((Guid)(await _database.AskAsync("select id from payments.refunds where state = 'Failed'"))!);

    /// <summary>Our books and Stripe's say the same of what the platform has kept.</summary>
    private async Task ShouldAgreeAsync()
    {
        (await _database.CountAsync("select sum(platform)::bigint from settlements.entries")).ShouldBe(Fee().Number("amount") - Fee().Number("amount_refunded"));
        (await _services.GetRequiredService<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences).ShouldBeEmpty();
    }
}
