using System.Net.WebSockets;
using System.Text;
using Shouldly;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Nodes;

/// <summary>Two processes behind HAProxy on one PostgreSQL: what one sells the other one shows, and either may die while it sells.</summary>
public sealed class SeveralNodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    private const int Buyers = 60;
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_node_sells_the_pages_of_the_other_hear_of()
    {
        var night = await NightAsync(room: 100);
        using var page = await ListenAsync(nodes.All[0], night);
        await HearAsync(page, "\"left\":100");

        using var buyer = new Buyer(nodes.All[1].Url, night.Slug, night.Types["Standing"].Value);
        await buyer.BuyAsync(2);

        await HearAsync(page, "\"left\":98");
    }

    [Fact]
    public async Task Either_node_is_killed_while_it_sells_and_the_books_are_right()
    {
        var night = await NightAsync(room: 90);
        var shop = nodes.Shop;
        var orders = new List<Task<string?>>();
        var killing = KillInTurnAsync();
        for (var i = 0; i < Buyers; i++)
        {
            orders.Add(BuyAsync(shop, night));
            await Task.Delay(150, Cancel);
        }

        var bought = (await Task.WhenAll(orders)).Count(o => o is not null);
        await killing;

        bought.ShouldBe(45, "two each of ninety, however often a node died");
        (await night.PoolAsync("Room")).Claimed.ShouldBe(90);
        (await nodes.Database.CountAsync("select count(*) from orders.orders where event_id = $1", night.Id.Value)).ShouldBe(45, "pressing the button again is no second order");
        (await nodes.Database.CountAsync("select count(*) from tickets.tickets where event_id = $1", night.Id.Value)).ShouldBe(90);
        await foreach (var result in nodes.Database.Get<Reconciler>().RunAsync(Cancel))
            result.Lines.ShouldBeEmpty();
    }

    private async Task KillInTurnAsync()
    {
        foreach (var node in nodes.All)
        {
            await Task.Delay(1_500, Cancel);
            await node.KillAsync();
            await node.StartAsync();
        }
    }

    private static async Task<string?> BuyAsync(Uri shop, MadeEvent night)
    {
        using var buyer = new Buyer(shop, night.Slug, night.Types["Standing"].Value);
        return await buyer.BuyAsync(2);
    }

    /// <summary>A page of the event that is open on this node: SignalR's JSON protocol, as its script speaks it.</summary>
    private static async Task<ClientWebSocket> ListenAsync(Node node, MadeEvent night)
    {
        var page = new ClientWebSocket();
        await page.ConnectAsync(new Uri($"ws://{node.Address}/live"), Cancel);
        foreach (var message in (string[])["""{"protocol":"json","version":1}""", $$"""{"type":1,"invocationId":"1","target":"Join","arguments":["{{night.Id.Value}}"]}"""])
            await page.SendAsync(Encoding.UTF8.GetBytes(message + "\u001e"), WebSocketMessageType.Text, endOfMessage: true, Cancel);
        return page;
    }

    /// <summary>Returns when a message holds this; what was true before may be said once more.</summary>
    private static async Task HearAsync(ClientWebSocket page, string wanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        var buffer = new byte[4096];
        while (true)
        {
            var read = await page.ReceiveAsync(buffer, patience.Token);
            if (Encoding.UTF8.GetString(buffer, 0, read.Count).Contains(wanted, StringComparison.Ordinal))
                return;
        }
    }

    private async Task<MadeEvent> NightAsync(int room) => await AnEvent.By(await AnOrganization.InAsync(nodes.Database.Services))
        .WithPool("Room", room).With("Standing", 25m, "Room").PublishedAsync();
}
