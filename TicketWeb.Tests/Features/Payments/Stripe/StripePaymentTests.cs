using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments.Stripe;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

namespace TicketWeb.Tests.Features.Payments.Stripe;

public sealed class StripePaymentTests : IClassFixture<TestDatabase>, IClassFixture<EmulatedStripe>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database;
    private readonly EmulatedStripe _stripe;
    private readonly ServiceProvider _services;

    public StripePaymentTests(TestDatabase database, EmulatedStripe stripe)
    {
        (_database, _stripe) = (database, stripe);
        _services = database.Build(stripe.Use);
    }

    [Fact]
    public async Task A_card_pays_at_once_and_Stripe_knows_what_for()
    {
        var order = await StartedAsync();

        (await PayAsync(order, StripeCards.Succeeds)).State.ShouldBe(OrderState.Paid);

        (await order.TicketsAsync()).Count.ShouldBe(2);
        var payment = (await order.ViewAsync()).Payment!;
        var asked = _stripe.Requests.Single(r => r.Call == "POST payment_intents" && r.Key == payment.Id.Value.ToString());
        (asked["amount"], asked["currency"], asked["automatic_payment_methods[enabled]"], asked.Version).ShouldBe(("5400", "gbp", "true", "2026-10-28.endive"));
        asked["metadata[payment]"].ShouldBe(payment.Id.Value.ToString());
        asked["return_url"].ShouldBe("https://tickets.example/back");
    }

    [Fact]
    public async Task A_decline_keeps_the_seats_and_says_what_the_bank_said()
    {
        var order = await StartedAsync();

        (await PayAsync(order, StripeCards.Declines)).State.ShouldBe(OrderState.Reserved);

        (await order.ViewAsync()).Payment!.DeclineSentence.ShouldBe("Your card was declined.");
        (await PayAsync(order, StripeCards.Succeeds)).State.ShouldBe(OrderState.Paid, "another card pays");
    }

    [Fact]
    public async Task A_token_that_has_served_takes_nothing_and_the_buyer_may_try_again()
    {
        var token = _stripe.Token(StripeCards.Declines);
        var order = await StartedAsync();
        await order.PayAsync(token);

        (await order.PayAsync(token)).Value.State.ShouldBe(OrderState.Reserved);

        (await order.ViewAsync()).Payment!.DeclineSentence.ShouldBe("The payment could not be made.", "what is wrong on our side is in the log, not on the page");
    }

    [Theory]
    [InlineData(true, OrderState.Paid)]
    [InlineData(false, OrderState.Reserved)]
    public async Task A_bank_that_wants_to_see_the_buyer_decides(bool approved, OrderState expected)
    {
        var order = await StartedAsync();
        var asked = await PayAsync(order, StripeCards.AsksTheBuyer);
        (asked.State, asked.ActionUrl).ShouldBe((OrderState.AwaitingPayment, null));
        (await ReturnAsync(order)).ClientSecret.ShouldStartWith(_stripe.LatestIntent());

        _stripe.Decide(_stripe.LatestIntent(), approved);

        (await ReturnAsync(order)).State.ShouldBe(expected);
    }

    [Fact]
    public async Task What_opens_a_payment_in_the_browser_is_written_down_nowhere()
    {
        var order = await StartedAsync();
        await PayAsync(order, StripeCards.AsksTheBuyer);
        var secret = (await ReturnAsync(order)).ClientSecret!;

        (await _database.CountAsync("select count(*) from payments.payments p where p::text like '%' || $1 || '%'", secret)).ShouldBe(0);
        (await _database.CountAsync("select count(*) from payments.payments p where p::text like '%' || $1 || '%'", _stripe.LatestIntent())).ShouldBe(1, "what is looked for would be found");
    }

    [Fact]
    public async Task An_answer_that_was_lost_on_the_way_is_asked_for_again_with_the_same_key_and_charges_once()
    {
        var order = await StartedAsync();
        _stripe.Troubles.Enqueue(new StripeTrouble(null, Done: true));

        (await PayAsync(order, StripeCards.Succeeds)).State.ShouldBe(OrderState.Paid);

        var key = (await order.ViewAsync()).Payment!.Id.Value.ToString();
        _stripe.Requests.Count(r => r.Key == key).ShouldBe(2);
        _stripe.Events("payment_intent.created").Count(e => e.ToJsonString().Contains(key, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_passes_by_itself_is_tried_again_with_the_same_key(int status)
    {
        var order = await StartedAsync();
        _stripe.Troubles.Enqueue(new StripeTrouble(status));

        (await PayAsync(order, StripeCards.Succeeds)).State.ShouldBe(OrderState.Paid);

        var key = (await order.ViewAsync()).Payment!.Id.Value.ToString();
        _stripe.Requests.Count(r => r.Key == key).ShouldBe(2);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task What_does_not_pass_is_asked_once(int status)
    {
        var order = await StartedAsync();
        _stripe.Troubles.Enqueue(new StripeTrouble(status));

        (await PayAsync(order, StripeCards.Succeeds)).State.ShouldBe(OrderState.Reserved, "nothing was taken, and that is certain");

        var key = (await order.ViewAsync()).Payment!.Id.Value.ToString();
        _stripe.Requests.Count(r => r.Key == key).ShouldBe(1);
    }

    [Fact]
    public async Task A_payment_whose_every_answer_was_lost_is_found_by_its_mark()
    {
        var order = await StartedAsync();
        for (var i = 0; i < 4; i++)
            _stripe.Troubles.Enqueue(new StripeTrouble(null, Done: true));
        (await PayAsync(order, StripeCards.Succeeds)).State.ShouldBe(OrderState.AwaitingPayment, "nobody knows");

        (await ReturnAsync(order)).State.ShouldBe(OrderState.Paid);

        (await order.TicketsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_buyer_who_never_comes_back_from_the_bank_leaves_the_seats_and_no_payment_behind()
    {
        var order = await StartedAsync();
        await PayAsync(order, StripeCards.AsksTheBuyer);

        _database.Clock.Advance(TimeSpan.FromMinutes(31));
        await _services.GetRequiredService<ExpireOrders>().RunAsync(Cancel);
        await _services.GetRequiredService<ExpireOrders>().RunAsync(Cancel);

        (await order.StateAsync()).ShouldBe(OrderState.Expired);
        _stripe.Find(_stripe.LatestIntent()).Text("status").ShouldBe("canceled");
    }

    [Fact]
    public async Task Where_money_is_taken_later_it_is_taken_when_we_hear_that_it_is_set_aside()
    {
        await using var services = Later();
        var order = await StartedAsync(services);

        (await PayAsync(order, StripeCards.Succeeds)).State.ShouldBe(OrderState.Paid);

        var intent = _stripe.LatestIntent();
        _stripe.Find(intent).Number("amount_received").ShouldBe(5400);
        _stripe.Requests.ShouldContain(r => r.Call == $"POST payment_intents/{intent}/capture");
    }

    [Fact]
    public async Task Where_money_is_taken_later_a_payment_that_is_given_up_costs_nobody_anything()
    {
        await using var services = Later();
        var order = await StartedAsync(services);
        await PayAsync(order, StripeCards.AsksTheBuyer);
        var intent = _stripe.LatestIntent();
        _stripe.Decide(intent, approved: true);

        _database.Clock.Advance(TimeSpan.FromMinutes(31));
        await services.GetRequiredService<ExpireOrders>().RunAsync(Cancel);

        (_stripe.Find(intent).Text("status"), _stripe.Find(intent).Number("amount_received")).ShouldBe(("canceled", 0));
        (await order.StateAsync()).ShouldNotBe(OrderState.Paid);
    }

    private ServiceProvider Later() => _database.Build(services =>
    {
        _stripe.Use(services);
        services.Configure<StripeOptions>(o => o.CaptureLater = true);
    });

    private async Task<PayResult> PayAsync(MadeOrder order, string card) => (await order.PayAsync(_stripe.Token(card))).Value;

    private static async Task<CheckoutView> ReturnAsync(MadeOrder order) =>
        (await order.Services.GetRequiredService<Checkout>().ReturnAsync(order.Id, order.Secret, Cancel))!;

    private Task<MadeOrder> StartedAsync() => StartedAsync(_services);

    private static async Task<MadeOrder> StartedAsync(ServiceProvider services) => await AnOrder.For(
        await AnEvent.By(await AnOrganization.InAsync(services)).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync()).With(2, "Standing").StartedAsync();
}
