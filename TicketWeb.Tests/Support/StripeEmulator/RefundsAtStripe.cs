using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Outbox;
using TicketWeb.Platform.Reconciling;
using Xunit;

namespace TicketWeb.Tests.Support.StripeEmulator;

/// <summary>For tests of refunds that somebody makes at Stripe's dashboard, where Stripe's own client stands for them. Two tickets of £25 carry £2 of the platform's fee each.</summary>
public abstract class RefundsAtStripe(TestPostgres postgres, EmulatedStripe stripe) : IAsyncLifetime, IClassFixture<EmulatedStripe>
{
    private const string Booked = "select string_agg(concat_ws(' ', kind, buyer, in_transit, organization, platform), ', ' order by kind, id) from settlements.entries where kind <> 'Sale' and order_id = $1";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private ServiceProvider? _services;
    private MadeEvent? _night;

    protected TestDatabase Database { get; } = new(postgres);

    protected EmulatedStripe Stripe { get; } = stripe;

    protected IServiceProvider Services => _services!;

    protected MadeEvent Night => _night!;

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        _services = Database.Build(Stripe.Use);
        _night = await AnEvent.By(await AnOrganization.InAsync(Services)).WithPool("Room", 20).With("Standing", 25m, "Room").PublishedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<MadeOrder> PaidAsync(string card = StripeCards.Succeeds)
    {
        var order = await AnOrder.For(Night).With(2, "Standing").StartedAsync();
        (await order.PayAsync(Stripe.Token(card))).Value.State.ShouldBe(OrderState.Paid);
        await Database.TellFactsAsync(Services);
        Stripe.News();
        return order;
    }

    protected async Task<string> RefundAsync(long? amount)
    {
        var made = await Stripe.RefundAsync(Stripe.LatestIntent(), amount);
        made.ShouldStartWith("re_");
        return made;
    }

    protected JsonObject Charge() => Stripe.Find(Stripe.Find(Stripe.LatestIntent()).Text("latest_charge"));

    protected async Task HearAsync(params JsonObject[] news)
    {
        foreach (var one in news)
            await Stripe.BringAsync(Services, one.ToJsonString());

        await Database.TellFactsAsync(Services);
    }

    protected static async Task FollowAsync(IServiceProvider services, MadeOrder order) =>
        await services.GetServices<IHandle<RefundedAtGateway>>().Single().HandleAsync(new RefundedAtGateway(order.Id.Value, (await PaymentAsync(order)).Value), Cancel);

    protected static async Task<PaymentId> PaymentAsync(MadeOrder order) => (await order.ViewAsync()).Payment!.Id;

    protected async Task<OrderDetails> ShownAsync(MadeOrder order) => (await Services.GetRequiredService<ShowOrder>().RunAsync(Night.By.Access, order.Id, Cancel))!;

    protected async Task<EventRefunds> FiguresAsync() => (await Services.GetRequiredService<ShowRefunds>().RunAsync(Night.By.Access, await EventAsync(), Cancel))!;

    protected async Task<EventView> EventAsync() => (await Services.GetRequiredService<IEvents>().FindAsync(Night.Id, Cancel))!;

    protected async Task<RefundSum> RefundHereAsync(MadeOrder order, IReadOnlyCollection<int>? positions) => (await Services.GetRequiredService<RefundOrder>().RunAsync(
        Night.By.Access, order.Id, new RefundInput(positions, RefundWhat.TicketsAndFees, RefundReason.BuyerAsked, null, Guid.NewGuid()), Cancel)).Value;

    protected async Task<string> BookedAsync(MadeOrder order) => (string)(await Database.AskAsync(Booked, order.Id.Value))!;

    protected async Task NothingDiffersAsync() => (await DifferencesAsync()).ShouldBeEmpty();

    protected async Task<List<string>> DifferencesAsync() => [.. (await Services.GetRequiredService<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences)];

    protected static Money Pounds(long pence) => new(pence, Currency.Of("GBP"));
}
