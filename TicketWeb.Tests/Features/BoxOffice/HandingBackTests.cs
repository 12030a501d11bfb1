using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.BoxOffice;
using TicketWeb.Features.BoxOffice.UseCases;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.BoxOffice;

/// <summary>What was paid at the desk and goes back: decided as any refund is, and given back by hand.</summary>
public sealed class HandingBackTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);
    private MadeEvent _night = null!;
    private EventView _of = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 20).With("Standing", 25m, "Room").PublishedAsync();
        _of = (await _database.Get<IEvents>().FindAsync(_night.Id, Cancel))!;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Cash_goes_back_when_somebody_says_that_they_gave_it()
    {
        var order = await ADeskSale.Of(_night).With(2, "Standing").SoldAsync();
        await RefundAsync(order, [1]);
        await _database.TellFactsAsync();

        var due = (await ShowAsync(order)).Refunds.ShouldHaveSingleItem();
        (due.Money, due.Tender, due.Amount.Minor).ShouldBe((RefundState.Requested, Tender.Cash, 2500));
        (await FiguresAsync()).ToHandBack.ShouldHaveSingleItem().Id.ShouldBe(order.Id);
        (await _night.LeftAsync("Standing")).ShouldBe(19, "the ticket is void already");
        await ShouldBalanceAsync();

        (await HandBackAsync(order, due)).Refusal.ShouldBeNull();
        (await HandBackAsync(order, due)).Refusal.ShouldBeOfType<AlreadyHandedBack>();

        var given = (await ShowAsync(order)).Refunds.ShouldHaveSingleItem();
        (given.Money, given.ToHandBack).ShouldBe((RefundState.Sent, null));
        var figures = await FiguresAsync();
        (figures.ToHandBack.Count, figures.Figures.AtDesk.Minor).ShouldBe((0, 2500));
        (await _database.Get<ShowSales>().RunAsync(_night.By.Access, _of, Cancel))!.Gross.Minor.ShouldBe(2500);
        var cash = (await TakingsAsync()).Operators.ShouldHaveSingleItem().ByTender.ShouldHaveSingleItem();
        (cash.Tender, cash.Sold.Minor, cash.Refunded.Minor, cash.Total.Minor).ShouldBe((Tender.Cash, 5000, 2500, 2500));
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task Who_gives_it_back_takes_it_out_of_their_own_drawer()
    {
        var order = await ADeskSale.Of(_night).With(1, "Standing").SoldAsync();
        await RefundAsync(order, [1]);
        var other = _night.By.Access with { AccountId = Guid.NewGuid(), Role = Role.BoxOffice };

        (await HandBackAsync(order, (await ShowAsync(order)).Refunds[0], other)).Refusal.ShouldBeNull();

        (await TakingsAsync(other)).Operators.ShouldHaveSingleItem().Drawer!.Lines.ShouldHaveSingleItem().ShouldBe(new DrawerLine(Tender.Cash, new Money(-2500, Currency.Of("GBP"))));
        (await TakingsAsync()).Operators.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_hands_back_what_a_gateway_took_or_another_organization_did()
    {
        var web = await AnOrder.For(_night).With(1, "Standing").PaidAsync();
        await RefundAsync(web, [1]);
        var sold = await ADeskSale.Of(_night).With(1, "Standing").SoldAsync();
        await RefundAsync(sold, [1]);
        var due = (await ShowAsync(sold)).Refunds[0];
        var atGateway = RefundId.From((Guid)(await _database.AskAsync("select r.id from payments.refunds r join payments.payments p on p.id = r.payment_id where p.provider = 'sandbox'"))!);

        (await ShowAsync(web)).Refunds[0].ToHandBack.ShouldBeNull();
        (await _database.Get<HandBackRefund>().RunAsync(_night.By.Access, web.Id, atGateway, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await HandBackAsync(sold, due, (await AnOrganization.InAsync(_database.Services, "Mill Street Arts")).Access)).Refusal.ShouldBeOfType<NotFound>();
        (await HandBackAsync(sold, due, _night.By.Access with { Role = Role.Door })).Refusal.ShouldBeOfType<NotFound>();
    }

    [Fact]
    public async Task The_refund_of_an_event_says_what_has_to_be_given_back_by_hand()
    {
        await AnOrder.For(_night).With(2, "Standing").PaidAsync();
        await ADeskSale.Of(_night).With(3, "Standing").SoldAsync(ADeskSale.Cash with { Tender = Tender.CardTerminal, Reference = "0117" });
        await ADeskSale.Of(_night).With(1, "Standing").Comp("Press").SoldAsync();
        var partly = await ADeskSale.Of(_night).With(2, "Standing").SoldAsync();
        await RefundAsync(partly, [1]);

        var sum = (await _database.Get<RefundEvent>().PreviewAsync(_night.By.Access, _of, RefundWhat.TicketsAndFees, Cancel))!;

        (sum.Orders, sum.Sum.Tickets, sum.Sum.Total.Minor).ShouldBe((4, 7, (2 * 2700) + 7500 + 2500));
        (sum.ByHand, sum.AmountByHand.Minor).ShouldBe((2, 7500 + 2500));

        _ = (await _database.Get<RefundEvent>().StartAsync(_night.By.Access, _of, new EventRefundInput(RefundWhat.TicketsAndFees, RefundReason.EventCancelled, null), Cancel)).Value;
        using (var worker = ActivatorUtilities.CreateInstance<EventRefundWorker>(_database.Services))
        {
            while (await worker.WorkDueAsync(Cancel) > 0)
            {
            }
        }

        await _database.TellFactsAsync();
        (await FiguresAsync()).ToHandBack.Select(d => (d.Tender, d.Amount.Minor)).ShouldBe([(Tender.CardTerminal, 7500), (Tender.Cash, 2500), (Tender.Cash, 2500)], ignoreOrder: true);
        (await _database.CountAsync("select count(*) from payments.refunds where state = 'Sent'")).ShouldBe(1, "a gateway had taken one");
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task The_mail_does_not_promise_that_a_bank_sends_it()
    {
        var order = await ADeskSale.Of(_night).With(1, "Standing").SoldAsync(ADeskSale.Cash with { Email = "sam@guests.example" });
        await RefundAsync(order, [1]);
        await _database.TellFactsAsync();

        var mail = (string)(await _database.AskAsync("select text from messages.mails where subject = 'Your refund for Salt & Smoke'"))!;
        mail.ShouldContain("You paid at the box office");
        mail.ShouldNotContain("Banks");
    }

    private async Task RefundAsync(MadeOrder order, int[] positions) => _ = (await _database.Get<RefundOrder>().RunAsync(
        _night.By.Access, order.Id, new RefundInput(positions, RefundWhat.TicketsAndFees, RefundReason.BuyerAsked, null, Guid.NewGuid()), Cancel)).Value;

    private Task<Outcome<Done>> HandBackAsync(MadeOrder order, OrderRefundRow due, Access? by = null) =>
        _database.Get<HandBackRefund>().RunAsync(by ?? _night.By.Access, order.Id, due.ToHandBack!.Value, Cancel);

    private async Task<OrderDetails> ShowAsync(MadeOrder order) => (await _database.Get<ShowOrder>().RunAsync(_night.By.Access, order.Id, Cancel))!;

    private async Task<EventRefunds> FiguresAsync() => (await _database.Get<ShowRefunds>().RunAsync(_night.By.Access, _of, Cancel))!;

    private async Task<TakingsView> TakingsAsync(Access? by = null) => (await _database.Get<ShowTakings>().RunAsync(by ?? _night.By.Access, null, Cancel))!;

    private async Task ShouldBalanceAsync() =>
        (await _database.Get<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences).ShouldBeEmpty();
}
