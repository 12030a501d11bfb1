using System.Net;
using System.Text.Json;
using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Payments.Sandbox;
using TicketWeb.Platform.Data;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>
/// The races as the world brings them: real requests to the running app, all at once. What keeps buyers apart when they reach different nodes, and
/// what happens without it, is shown by <see cref="RacesOfNodesTests"/>.
/// </summary>
public sealed class RacesOverHttpTests(RacesOverHttpTests.Shop shop) : IClassFixture<RacesOverHttpTests.Shop>
{
    private const int Buyers = 200;
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_hundred_buyers_one_gets_the_last_ticket_and_the_others_are_told()
    {
        var night = await NightAsync(room: 1);
        using var client = shop.Client();

        var answers = await Task.WhenAll(Enumerable.Range(0, Buyers).Select(_ => ReserveAsync(client, night)));

        answers.Count(a => a == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(a => a == HttpStatusCode.UnprocessableEntity).ShouldBe(Buyers - 1);
        (await night.PoolAsync("Room")).Claimed.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_webhook_ten_times_at_once_is_acknowledged_each_time_and_has_one_effect()
    {
        var order = await LateOrderAsync();

        var answers = await DeliverTenTimesAsync(order, "evt_ten_at_once");

        answers.ShouldAllBe(a => a == HttpStatusCode.OK);
        (await CountAsync("select count(*) from payments.inbox where event_id = 'evt_ten_at_once'")).ShouldBe(1);
        await PaidAsync(order);
        (await order.TicketsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_the_key_of_the_inbox_each_delivery_is_taken_for_news()
    {
        await using var unguarded = new Shop(shop.Postgres);
        await unguarded.InitializeAsync();
        await CountAsync("alter table payments.inbox drop constraint \"PK_inbox\"", unguarded);
        var order = await LateOrderAsync(unguarded);

        await DeliverTenTimesAsync(order, "evt_ten_at_once", unguarded);

        (await CountAsync("select count(*) from payments.inbox where event_id = 'evt_ten_at_once'", unguarded)).ShouldBe(10);
    }

    private static async Task<HttpStatusCode> ReserveAsync(HttpClient client, MadeEvent night)
    {
        using var form = new FormUrlEncodedContent([new($"count-{night.Types["Standing"].Value}", "1"), new("key", Guid.NewGuid().ToString("N"))]);
        using var answer = await client.PostAsync(new Uri($"/e/{night.Slug}/checkout", UriKind.Relative), form, Cancel);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode[]> DeliverTenTimesAsync(MadeOrder order, string eventId, Shop? at = null)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new WebhookNews(eventId, (await order.ViewAsync()).Payment!.Id));
        var signature = (at ?? shop).Get<SandboxSignature>().Sign(body);
        using var client = (at ?? shop).Client();
        return await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var content = new ByteArrayContent(body) { Headers = { { SandboxWebhooks.SignatureHeader, signature } } };
            using var answer = await client.PostAsync(new Uri("/webhooks/payments/sandbox", UriKind.Relative), content, Cancel);
            return answer.StatusCode;
        }));
    }

    /// <summary>An order whose bank takes a second to say yes.</summary>
    private async Task<MadeOrder> LateOrderAsync(Shop? at = null)
    {
        var order = await AnOrder.For(await NightAsync(room: 10, at)).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.SucceedsLate);
        await Task.Delay(TimeSpan.FromSeconds(1), Cancel);
        return order;
    }

    private static async Task PaidAsync(MadeOrder order)
    {
        while (await order.StateAsync() != OrderState.Paid)
            await Task.Delay(50, Cancel);
    }

    private async Task<MadeEvent> NightAsync(int room, Shop? at = null) =>
        await AnEvent.By(await AnOrganization.InAsync((at ?? shop).Services)).WithPool("Room", room).With("Standing", 25m, "Room").PublishedAsync();

    private async Task<long> CountAsync(string sql, Shop? at = null)
    {
        await using var command = (at ?? shop).Get<DatabaseConnection>().Pool(DatabaseRole.Owner).CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(Cancel), null);
    }

    /// <summary>All buyers of these tests have one address.</summary>
    public sealed class Shop(TestPostgres postgres) : TestApp(postgres)
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("RateLimits:Purchase:Permits", "1000000"), ("RateLimits:Global:Permits", "1000000")];
    }
}
