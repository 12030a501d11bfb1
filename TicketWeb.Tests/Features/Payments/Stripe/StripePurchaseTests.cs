using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Platform.Data;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

namespace TicketWeb.Tests.Features.Payments.Stripe;

/// <summary>Buying over HTTP, with Stripe's webhooks coming late, twice and in whatever order.</summary>
public sealed class StripePurchaseTests(StripeApp app) : IClassFixture<StripeApp>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_leads_straight_to_the_tickets_and_the_webhooks_change_nothing_more()
    {
        using var client = app.Client();
        var order = await StartAsync();
        app.Stripe.News();

        (await PostAsync(client, order, StripeCards.Succeeds)).Headers.Location!.ToString().ShouldBe($"/checkout/{order.Id.Value}");

        (await GetAsync(client, order)).Headers.Location!.ToString().ShouldStartWith("/orders/");
        var news = app.Stripe.News();
        news.Select(e => e.Text("type")).ShouldBe(["payment_intent.created", "charge.succeeded", "payment_intent.succeeded"]);
        foreach (var happened in news)
            (await app.Stripe.DeliverAsync(app.Address, happened)).ShouldBe(200);
        (await order.TicketsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_decline_says_so_where_another_card_can_be_tried()
    {
        using var client = app.Client();
        var order = await StartAsync();

        await PostAsync(client, order, StripeCards.Declines);

        var page = await (await GetAsync(client, order)).Content.ReadAsStringAsync(Cancel);
        page.ShouldContain("Your card was declined.");
        page.ShouldContain("data-stripe-fields");
        await PostAsync(client, order, StripeCards.Succeeds);
        (await order.StateAsync()).ShouldBe(OrderState.Paid);
    }

    [Fact]
    public async Task A_payment_that_takes_days_is_settled_by_a_webhook_that_comes_late_twice_and_in_the_wrong_order()
    {
        using var client = app.Client();
        var order = await StartAsync();
        app.Stripe.News();
        await PostAsync(client, order, StripeCards.SucceedsLate);
        (await order.StateAsync()).ShouldBe(OrderState.AwaitingPayment);
        app.Stripe.Decide(app.Stripe.LatestIntent(), approved: true);
        var news = app.Stripe.News();
        news.Select(e => e.Text("type")).ShouldBe(["payment_intent.created", "payment_intent.processing", "charge.succeeded", "payment_intent.succeeded"]);

        foreach (var happened in news.Concat(news).Reverse())
            (await app.Stripe.DeliverAsync(app.Address, happened)).ShouldBe(200);

        await PaidAsync(order);
        (await order.TicketsAsync()).Count.ShouldBe(2);
        (await order.ViewAsync()).Payment!.Refunded.Minor.ShouldBe(0);
    }

    [Fact]
    public async Task A_payment_that_fails_after_days_gives_the_seats_back_to_its_buyer()
    {
        using var client = app.Client();
        var order = await StartAsync();
        await PostAsync(client, order, StripeCards.SucceedsLate);
        app.Stripe.Decide(app.Stripe.LatestIntent(), approved: false);

        (await app.Stripe.DeliverAsync(app.Address, app.Stripe.Events("payment_intent.payment_failed")[^1])).ShouldBe(200);

        await EventuallyAsync(order, OrderState.Reserved);
    }

    [Fact]
    public async Task The_page_of_a_bank_that_asks_carries_what_opens_the_payment_and_does_not_reload()
    {
        using var client = app.Client();
        var order = await StartAsync();
        await PostAsync(client, order, StripeCards.AsksTheBuyer);

        var answer = await GetAsync(client, order);

        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain($"data-secret=\"{app.Stripe.LatestIntent()}_secret_");
        answer.Headers.Contains("Refresh").ShouldBeFalse();
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();

        // The buyer confirmed and closed the page: the webhook alone brings the tickets.
        app.Stripe.Decide(app.Stripe.LatestIntent(), approved: true);
        var happened = app.Stripe.Events("payment_intent.succeeded")[^1];
        await app.Stripe.DeliverAsync(app.Address, happened);
        await PaidAsync(order);

        happened.ToJsonString().ShouldContain("client_secret");
        await using var db = app.Get<Databases>().Service();
        var id = happened.Text("id");
        (await db.Set<InboxMessage>().SingleAsync(m => m.EventId == id, Cancel)).Body.ShouldNotContain("secret", Case.Insensitive, "what opens a payment is written down nowhere");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("t=1,v1=00")]
    public async Task A_webhook_that_Stripe_did_not_sign_is_400_and_leaves_no_row(string? signature)
    {
        var id = $"evt_{Guid.NewGuid():N}";
        using var content = new StringContent(AnEventOfNobody(id).ToJsonString(), Encoding.UTF8, "application/json");
        if (signature is not null)
            content.Headers.Add("Stripe-Signature", signature);
        using var client = app.Client();

        (await client.PostAsync(new Uri("/webhooks/payments/stripe", UriKind.Relative), content, Cancel)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        await using var db = app.Get<Databases>().Service();
        (await db.Set<InboxMessage>().CountAsync(m => m.EventId == id, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_webhook_signed_with_another_secret_is_400()
    {
        var happened = AnEventOfNobody("evt_other");

        (await app.Stripe.DeliverAsync(app.Address, happened, "whsec_other")).ShouldBe(400);
        (await app.Stripe.DeliverAsync(app.Address, happened)).ShouldBe(200, "with the right one it is taken");
    }

    [Fact]
    public async Task Stripes_form_and_its_place_in_the_policy_are_on_the_pay_page_and_nowhere_else()
    {
        using var client = app.Client();
        var order = await StartAsync();

        var pay = await GetAsync(client, order);
        var home = await client.GetAsync(new Uri("/", UriKind.Relative), Cancel);

        (await pay.Content.ReadAsStringAsync(Cancel)).ShouldContain("https://js.stripe.com/endive/stripe.js");
        Policy(pay).ShouldContain("script-src 'self' https://js.stripe.com https://*.js.stripe.com;");
        Policy(pay).ShouldContain("connect-src 'self' https://api.stripe.com;");
        Policy(pay).ShouldContain("frame-src 'self' https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com;");
        pay.Headers.GetValues("Permissions-Policy").Single().ShouldContain("payment=(self \"https://js.stripe.com\")");
        (await home.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("stripe");
        Policy(home).ShouldNotContain("stripe");
        home.Headers.GetValues("Permissions-Policy").Single().ShouldContain("payment=(self)");
    }

    [Fact]
    public async Task In_a_frame_there_are_cards_only_because_a_banks_own_page_would_not_open_there()
    {
        using var client = app.Client();
        var order = await StartAsync();
        var frame = $"/embed/{order.Of.Slug}";
        using var look = new FormUrlEncodedContent([new("order", order.Id.Value.ToString()), new("secret", order.Secret)]);
        using var card = new FormUrlEncodedContent([
            new("order", order.Id.Value.ToString()), new("secret", order.Secret), new("email", "ada@buyers.example"), new("name", "Ada Buyer"), new("card", app.Stripe.Token(StripeCards.Succeeds))]);

        var page = await client.PostAsync(new Uri($"{frame}/resume", UriKind.Relative), look, Cancel);
        (await page.Content.ReadAsStringAsync(Cancel)).ShouldContain("data-cards-only");
        await client.PostAsync(new Uri($"{frame}/pay", UriKind.Relative), card, Cancel);

        (await order.StateAsync()).ShouldBe(OrderState.Paid);
        var key = (await order.ViewAsync()).Payment!.Id.Value.ToString();
        var asked = app.Stripe.Requests.Single(r => r.Key == key);
        (asked["payment_method_types[0]"], asked["automatic_payment_methods[enabled]"]).ShouldBe(("card", null));
    }

    [Fact]
    public async Task Apple_finds_the_file_that_it_asks_for()
    {
        using var client = app.Client();

        (await client.GetAsync(new Uri("/.well-known/apple-developer-merchantid-domain-association", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static JsonObject AnEventOfNobody(string id) =>
        new() { ["id"] = id, ["type"] = "payment_intent.succeeded", ["data"] = new JsonObject { ["object"] = new JsonObject { ["id"] = "pi_1" } } };

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();

    private async Task<MadeOrder> StartAsync() => await AnOrder.For(
        await AnEvent.By(await AnOrganization.InAsync(app.Services)).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync()).With(2, "Standing").StartedAsync();

    private async Task<HttpResponseMessage> PostAsync(HttpClient client, MadeOrder order, string card) => await client.PostAsync(
        new Uri($"/checkout/{order.Id.Value}/pay", UriKind.Relative),
        new FormUrlEncodedContent([new("secret", order.Secret), new("email", "ada@buyers.example"), new("name", "Ada Buyer"), new("card", app.Stripe.Token(card))]), Cancel);

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, MadeOrder order)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/checkout/{order.Id.Value}") { Headers = { { "Cookie", $"ticketweb-checkout={order.Secret}" } } };
        return await client.SendAsync(request, Cancel);
    }

    private static Task PaidAsync(MadeOrder order) => EventuallyAsync(order, OrderState.Paid);

    /// <summary>What a webhook means is worked off behind it.</summary>
    private static async Task EventuallyAsync(MadeOrder order, OrderState state)
    {
        for (var until = DateTimeOffset.UtcNow.AddSeconds(30); await order.StateAsync() != state; await Task.Delay(50, Cancel))
            DateTimeOffset.UtcNow.ShouldBeLessThan(until, $"the order never became {state}");
    }
}
