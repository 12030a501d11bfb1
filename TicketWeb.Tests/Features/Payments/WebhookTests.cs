using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Payments.Sandbox;
using TicketWeb.Features.Payments.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Payments;

public sealed class WebhookTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_brings_the_news_that_a_late_card_has_paid()
    {
        var order = await WaitingOrderAsync();
        var body = Body("evt_late", await PaymentOfAsync(order));
        database.Clock.Advance(TimeSpan.FromSeconds(20));

        (await ReceiveAsync(body, Signed(body))).Refusal.ShouldBeNull();
        await database.TellFactsAsync();

        (await order.StateAsync()).ShouldBe(OrderState.Paid);
        (await order.TicketsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_webhook_ten_times_at_once_has_one_effect()
    {
        var order = await WaitingOrderAsync();
        var body = Body("evt_ten", await PaymentOfAsync(order));
        database.Clock.Advance(TimeSpan.FromSeconds(20));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ReceiveAsync(body, Signed(body))));
        await database.TellFactsAsync();

        outcomes.ShouldAllBe(o => o.Refusal == null);
        (await database.CountAsync("select count(*) from payments.inbox where event_id = 'evt_ten'")).ShouldBe(1);
        (await database.CountAsync("select count(*) from platform.outbox where key = $1 and fact = 'PaymentChanged'", order.Id.Value)).ShouldBe(1);
        (await order.TicketsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Webhooks_that_come_together_have_each_its_own_effect()
    {
        var orders = new[] { await WaitingOrderAsync(), await WaitingOrderAsync(), await WaitingOrderAsync() };
        var bodies = new List<byte[]> { Body("evt_together_stranger", Id.New<PaymentId>()) };
        foreach (var (i, order) in orders.Index())
            bodies.Add(Body($"evt_together_{i}", await PaymentOfAsync(order)));
        database.Clock.Advance(TimeSpan.FromSeconds(20));

        var outcomes = await Task.WhenAll(bodies.Select(b => ReceiveAsync(b, Signed(b))));
        await database.TellFactsAsync();

        outcomes.ShouldAllBe(o => o.Refusal == null);
        (await database.CountAsync("select count(*) from payments.inbox where event_id like 'evt_together_%'")).ShouldBe(4);
        foreach (var order in orders)
            (await order.TicketsAsync()).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("t=1803902400,v1=00")]
    [InlineData("t=abc,v1=00")]
    public async Task A_webhook_without_our_signature_is_refused_and_leaves_no_row(string? signature)
    {
        var body = Body("evt_unsigned", await PaymentOfAsync(await WaitingOrderAsync()));

        (await ReceiveAsync(body, signature)).Refusal.ShouldBeOfType<BadWebhook>();

        (await database.CountAsync("select count(*) from payments.inbox where event_id = 'evt_unsigned'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_signature_of_another_body_is_worth_nothing()
    {
        var payment = await PaymentOfAsync(await WaitingOrderAsync());

        (await ReceiveAsync(Body("evt_forged", payment), Signed(Body("evt_real", payment)))).Refusal.ShouldBeOfType<BadWebhook>();
    }

    [Fact]
    public async Task An_old_signature_is_worth_nothing()
    {
        var body = Body("evt_old", await PaymentOfAsync(await WaitingOrderAsync()));
        var signature = Signed(body);

        database.Clock.Advance(TimeSpan.FromMinutes(6));

        (await ReceiveAsync(body, signature)).Refusal.ShouldBeOfType<BadWebhook>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"EventId\":\"\"}")]
    public async Task A_signed_body_that_says_nothing_is_refused(string text)
    {
        var body = Encoding.UTF8.GetBytes(text);

        (await ReceiveAsync(body, Signed(body))).Refusal.ShouldBeOfType<BadWebhook>();
    }

    [Fact]
    public async Task News_of_a_payment_we_never_made_are_taken_and_change_nothing()
    {
        var body = Body("evt_stranger", Id.New<PaymentId>());

        (await ReceiveAsync(body, Signed(body))).Refusal.ShouldBeNull();

        (await database.CountAsync("select count(*) from payments.inbox where event_id = 'evt_stranger'")).ShouldBe(1);
    }

    [Fact]
    public async Task Another_provider_is_not_there()
    {
        var body = Body("evt_elsewhere", Id.New<PaymentId>());

        (await database.Get<ReceiveWebhook>().RunAsync("elsewhere", body, Signed(body), Cancel)).Refusal.ShouldBe(new NotFound("payment provider"));
    }

    [Fact]
    public async Task A_webhook_that_does_not_arrive_leaves_those_beside_it_delivered()
    {
        var payments = new List<PaymentId>();
        for (var i = 0; i < 3; i++)
            payments.Add(await PaymentOfAsync(await WaitingOrderAsync()));
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        using var line = new BrokenLine(payments[0]);
        using var worker = ActivatorUtilities.CreateInstance<SandboxWebhooks>(database.Services, line);

        await worker.DeliverDueAsync(Cancel);

        foreach (var (payment, arrives) in payments.Zip([false, true, true]))
            (await database.CountAsync("select count(*) from sandbox.events where payment_id = $1 and delivered_at is not null", payment.Value) > 0).ShouldBe(arrives);
    }

    private async Task<MadeOrder> WaitingOrderAsync()
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(database.Services)).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        var order = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.SucceedsLate);
        return order;
    }

    private static async Task<PaymentId> PaymentOfAsync(MadeOrder order) => (await order.ViewAsync()).Payment!.Id;

    private static byte[] Body(string eventId, PaymentId payment) => JsonSerializer.SerializeToUtf8Bytes(new WebhookNews(eventId, payment));

    private string Signed(byte[] body) => database.Get<SandboxSignature>().Sign(body);

    private Task<Outcome<Done>> ReceiveAsync(byte[] body, string? signature) => database.Get<ReceiveWebhook>().RunAsync("sandbox", body, signature, Cancel);

    /// <summary>Takes everything except the news of one payment.</summary>
    private sealed class BrokenLine(PaymentId about) : HttpMessageHandler, IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) =>
            (await request.Content!.ReadAsStringAsync(cancel)).Contains(about.Value.ToString(), StringComparison.Ordinal)
                ? throw new HttpRequestException("Nobody is there.")
                : new HttpResponseMessage(HttpStatusCode.OK);
    }
}
