using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Payments.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

namespace TicketWeb.Tests.Features.Payments.Stripe;

/// <summary>An organization's own account: opened, answered for, paid into, and refunded from.</summary>
public sealed class StripePayoutTests : IClassFixture<TestDatabase>, IClassFixture<EmulatedStripe>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database;
    private readonly EmulatedStripe _stripe;
    private readonly ServiceProvider _services;

    public StripePayoutTests(TestDatabase database, EmulatedStripe stripe)
    {
        (_database, _stripe) = (database, stripe);
        _services = database.Build(stripe.Use);
    }

    [Fact]
    public async Task One_account_is_opened_and_its_questions_are_asked_at_Stripe()
    {
        var hall = await AnOrganization.InAsync(_services);
        (await ShowAsync(hall.Access)).Value.Account.ShouldBeNull();

        var first = (await GoAsync(hall.Access)).Value;
        var second = (await GoAsync(hall.Access)).Value;

        first.ShouldStartWith("https://connect.stripe.com/");
        second.ShouldBe(first, "the same account is asked about");
        (await ShowAsync(hall.Access)).Value.Account.ShouldBe(new GatewayAccount(await AccountAsync(hall), TakesPayments: false, PaysOut: false, Answered: false));
        _stripe.Requests.Last(r => r.Call == "POST account_links")["return_url"].ShouldBe("https://tickets.example/back");
    }

    [Fact]
    public async Task A_webhook_says_when_it_is_ready()
    {
        var hall = await ReadyAsync();

        (await _database.AskAsync("select takes_payments and pays_out and answered from payments.payout_accounts where organization_id = $1", hall.Profile.Id.Value)).ShouldBe(true);
    }

    [Fact]
    public async Task One_that_is_ready_is_seen_at_Stripe()
    {
        var hall = await ReadyAsync();

        (await GoAsync(hall.Access)).Value.ShouldBe($"https://connect.stripe.com/express/{await AccountAsync(hall)}");
    }

    [Fact]
    public async Task Others_have_no_say()
    {
        var hall = await AnOrganization.InAsync(_services);
        var manager = hall.Access with { Role = Role.Manager };

        (await GoAsync(manager)).Refusal.ShouldBeOfType<NotFound>();
        (await ShowAsync(manager)).Refusal.ShouldBeOfType<NotFound>();
    }

    [Fact]
    public async Task The_share_goes_to_the_account_and_the_fee_stays()
    {
        var hall = await ReadyAsync();

        await PaidAsync(hall);

        var intent = _stripe.Find(_stripe.LatestIntent());
        intent["transfer_data"]!.AsObject().Text("destination").ShouldBe(await AccountAsync(hall));
        intent.Number("application_fee_amount").ShouldBe(4_00, "two fees of £2.00");
    }

    [Fact]
    public async Task Until_the_account_is_ready_the_money_stays_here()
    {
        var hall = await AnOrganization.InAsync(_services);
        await GoAsync(hall.Access);

        await PaidAsync(hall);

        _stripe.Find(_stripe.LatestIntent())["transfer_data"].ShouldBeNull();
    }

    [Theory]
    [InlineData(false, true, 2_00)]
    [InlineData(false, false, 0)]
    [InlineData(true, true, 2_00)]
    [InlineData(true, false, 0)]
    public async Task Half_goes_back_with_half_of_the_fee_or_without_it(bool withoutIntent, bool returnsFee, long fee)
    {
        var payment = await PaidAsync(await ReadyAsync());
        if (withoutIntent)
            await _database.AskAsync("update payments.payments set reference = $1 where id = $2", _stripe.Find(_stripe.LatestIntent()).Text("latest_charge"), payment.Value);

        (await _services.GetRequiredService<IPaymentGateway>().RefundAsync(payment, Id.New<RefundId>(), new Money(27_00, Currency.Of("GBP")), returnsFee, Cancel)).Failure.ShouldBeNull();

        var charge = _stripe.Find(_stripe.Find(_stripe.LatestIntent()).Text("latest_charge"));
        _stripe.Find(charge.Text("application_fee")).Number("amount_refunded").ShouldBe(fee);
        charge.Number("amount_refunded").ShouldBe(27_00);
        _stripe.Events("refund.created")[^1]["data"]!["object"]!.AsObject().Text("transfer_reversal").ShouldNotBeEmpty("what was handed on comes back from there");
    }

    private Task<MadeOrganization> ReadyAsync() => APayoutAccount.ReadyAsync(_database, _services, _stripe);

    private async Task<PaymentId> PaidAsync(MadeOrganization hall)
    {
        var order = await AnOrder.For(await AnEvent.By(hall).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync()).With(2, "Standing").StartedAsync();
        await order.PayAsync(_stripe.Token(StripeCards.Succeeds));
        return (await order.ViewAsync()).Payment!.Id;
    }

    private Task<string> AccountAsync(MadeOrganization hall) => APayoutAccount.OfAsync(_database, hall);

    private Task<Outcome<string>> GoAsync(Access access) => _services.GetRequiredService<GoToPayoutAccount>().RunAsync(access, "/back", Cancel);

    private Task<Outcome<PayoutsView>> ShowAsync(Access access) => _services.GetRequiredService<ShowPayouts>().RunAsync(access, Cancel);
}
