using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Pricing;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>Refunds of what has every part a price can have: an odd discount over an odd number of tickets, an added tax, and a fee of the organizer's own.</summary>
public sealed class RefundInFullTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Ticket_by_ticket_exactly_what_was_paid_goes_back()
    {
        var (order, of) = await PaidAsync();
        var paid = (await order.ViewAsync()).Quote.Total.Minor;

        var back = 0L;
        foreach (var position in new[] { 2, 3, 1 })
            back += (await RefundAsync(order, [position])).Total.Minor;
        await _database.TellFactsAsync();

        back.ShouldBe(paid);
        var sales = (await _database.Get<ShowSales>().RunAsync(order.Of.By.Access, of, Cancel))!;
        (sales.Gross.Minor, sales.Net.Minor).ShouldBe((0, 0));
        (await _database.Get<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_dry_run_for_the_event_says_what_then_goes_back()
    {
        var (order, of) = await PaidAsync();

        var shown = (await _database.Get<RefundEvent>().PreviewAsync(order.Of.By.Access, of, RefundWhat.TicketsAndFees, Cancel))!;

        shown.Sum.ShouldBe(await RefundAsync(order, null));
    }

    private async Task<(MadeOrder Order, EventView Of)> PaidAsync()
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).Taxed("19", included: false).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        await ACode.For(night).But(c => c with { Kind = DiscountKind.Flat, Per = DiscountPer.Order, Amount = "10.01" }).CreatedAsync();
        await _database.Get<SetFees>().RunAsync(night.By.Access, night.Id, new FeesInput(false, [new OwnFeeInput(null, "1", "2"), new OwnFeeInput("Handling", "2.50", null, Per: FeeKind.Order)], "0.25", "1.5"), Cancel);
        var order = await AnOrder.For(night).With(3, "Standing").WithCode("EARLY").PaidAsync();
        return (order, (await _database.Get<IEvents>().FindAsync(night.Id, Cancel))!);
    }

    private async Task<RefundSum> RefundAsync(MadeOrder order, IReadOnlyCollection<int>? positions) => (await _database.Get<RefundOrder>().RunAsync(
        order.Of.By.Access, order.Id, new RefundInput(positions, RefundWhat.TicketsAndFees, RefundReason.BuyerAsked, null, Guid.NewGuid()), Cancel)).Value;
}
