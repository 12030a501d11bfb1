using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Tickets;
using TicketWeb.Kernel;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>A whole event goes back. A ticket of £25 carries a fee of £2.</summary>
public sealed class RefundEventTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly EventRefundInput Everything = new(RefundWhat.TicketsAndFees, RefundReason.EventCancelled, "The roof leaks.");

    private readonly TestDatabase _database = new(postgres);
    private MadeEvent _night = null!;
    private EventView _of = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 50).With("Standing", 25m, "Room").With("Guests", 0m, "Room").PublishedAsync();
        _of = (await _database.Get<IEvents>().FindAsync(_night.Id, Cancel))!;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData(RefundWhat.TicketsAndFees)]
    [InlineData(RefundWhat.TicketsOnly)]
    public async Task What_the_dry_run_shows_is_what_goes_back(RefundWhat what)
    {
        await PaidAsync(3);
        await AnOrder.For(_night).With(2, "Guests").PaidAsync();
        await AnOrder.For(_night).With(1, "Standing").StartedAsync();
        var touched = await AnOrder.For(_night).With(3, "Standing").PaidAsync();
        await RefundAsync(touched, 1, RefundWhat.TicketsOnly);
        await RefundAsync(touched, 2, RefundWhat.FeesOnly);
        var before = await AskedBackAsync();

        var shown = (await Refund.PreviewAsync(_night.By.Access, _of, what, Cancel))!;
        (await AskedBackAsync()).ShouldBe(before, "it was dry");
        (await Refund.StartAsync(_night.By.Access, _of, Everything with { What = what }, Cancel)).Refusal.ShouldBeNull();
        await WorkAsync();
        await _database.TellFactsAsync();

        (shown.Orders, shown.Sum.Tickets).ShouldBe((5, 6 + 2 + 2));
        shown.Sum.Fee.Minor.ShouldBe(what == RefundWhat.TicketsAndFees ? (6 * 200) + 200 : 0);
        ((await AskedBackAsync()) - before).ShouldBe(shown.Sum.Total.Minor);
        (await _database.CountAsync("select count(*) from tickets.tickets where state = 'Valid'")).ShouldBe(0);
        (await _database.CountAsync("select count(*) from messages.mails where occasion like 'order-refunded:%'")).ShouldBe(5 + 2);
        (await Refund.PreviewAsync(_night.By.Access, _of, what, Cancel))!.Orders.ShouldBe(0);
        var progress = await ProgressAsync();
        (progress.Orders, progress.Done, progress.Running).ShouldBe((5, 5, false));
        (await DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Killed_in_the_middle_it_goes_on_where_it_was_and_refunds_nobody_twice()
    {
        await PaidAsync(6);
        await Refund.StartAsync(_night.By.Access, _of, Everything, Cancel);
        await WorkAsync(rounds: 3);
        (await ProgressAsync()).Done.ShouldBe(3);

        // It died after the refund and before the mark, with another job in its hands.
        await _database.AskAsync("update orders.event_refund_jobs set done_at = null, attempts = 1, due_at = $1 where id in (select id from orders.event_refund_jobs where done_at is not null limit 1)", _database.Clock.GetUtcNow().AddMinutes(1).UtcDateTime);
        await WorkAsync();
        (await ProgressAsync()).Done.ShouldBeLessThan(6, "what was claimed is not touched before its claim has run out");
        _database.Clock.Advance(TimeSpan.FromMinutes(2));
        await WorkAsync();

        (await ProgressAsync()).Done.ShouldBe(6);
        (await AskedBackAsync()).ShouldBe(6 * 5400);
        (await _database.CountAsync("select count(*) from orders.order_refunds")).ShouldBe(6);
        await _database.TellFactsAsync();
        (await DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_that_cannot_be_refunded_is_listed_and_the_others_go_on()
    {
        var orders = await PaidAsync(3);
        await _database.AskAsync("update payments.payments set refunded = 3000 where order_id = $1", orders[1].Id.Value);
        await Refund.StartAsync(_night.By.Access, _of, Everything, Cancel);

        await WorkAsync();

        var progress = await ProgressAsync();
        (progress.Done, progress.Running).ShouldBe((2, false));
        var failure = progress.Failures.ShouldHaveSingleItem();
        (failure.OrderId, failure.Why).ShouldBe((orders[1].Id, "£54.00 would go back, but only £24.00 of this payment is left."));
        (await orders[1].TicketsAsync()).ShouldAllBe(t => t.Ticket.State == TicketState.Valid);

        await _database.AskAsync("update payments.payments set refunded = 0 where order_id = $1", orders[1].Id.Value);
        (await Refund.TryAgainAsync(_night.By.Access, _of, Cancel)).Refusal.ShouldBeNull();
        await WorkAsync();

        (await ProgressAsync()).Done.ShouldBe(3);
        (await AskedBackAsync()).ShouldBe(3 * 5400);
    }

    [Fact]
    public async Task Money_that_the_bank_refuses_to_send_is_named_with_its_order()
    {
        await PaidAsync(1);
        var order = await AnOrder.For(_night).With(1, "Standing").StartedAsync();
        await order.PayAsync(Cards.RefundFails);
        await Refund.StartAsync(_night.By.Access, _of, Everything, Cancel);

        await WorkAsync();
        await _database.TellFactsAsync();

        var figures = (await _database.Get<ShowRefunds>().RunAsync(_night.By.Access, _of, Cancel))!;
        figures.Failed.ShouldHaveSingleItem().Id.ShouldBe(order.Id);
        (figures.Figures.Count, figures.Figures.Amount.Minor).ShouldBe((2, 8100));
    }

    [Fact]
    public async Task Started_many_times_at_once_it_runs_once()
    {
        await PaidAsync(2);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Refund.StartAsync(_night.By.Access, _of, Everything, Cancel)));

        outcomes.Count(o => o.Refusal is null).ShouldBe(1);
        outcomes.Where(o => o.Refusal is not null).ShouldAllBe(o => o.Refusal is AlreadyRefunding);
        (await _database.CountAsync("select count(*) from orders.event_refund_jobs")).ShouldBe(2);
    }

    [Fact]
    public async Task Stopped_it_leaves_the_rest_as_it_was()
    {
        await PaidAsync(4);
        await Refund.StartAsync(_night.By.Access, _of, Everything, Cancel);
        await WorkAsync(rounds: 1);

        (await Refund.StopAsync(_night.By.Access, _of, Cancel)).Refusal.ShouldBeNull();
        await WorkAsync();

        (await AskedBackAsync()).ShouldBe(5400);
        (await ProgressAsync()).Running.ShouldBeFalse();
        (await Refund.PreviewAsync(_night.By.Access, _of, RefundWhat.TicketsAndFees, Cancel))!.Orders.ShouldBe(3);
    }

    [Fact]
    public async Task Nobody_else_refunds_an_event()
    {
        await PaidAsync(1);
        var rival = (await AnOrganization.InAsync(_database.Services, "Mill Street Arts")).Access;

        foreach (var access in new[] { rival, _night.By.Access with { Role = Role.BoxOffice } })
        {
            (await Refund.StartAsync(access, _of, Everything, Cancel)).Refusal.ShouldBeOfType<NotFound>();
            (await Refund.PreviewAsync(access, _of, RefundWhat.TicketsAndFees, Cancel)).ShouldBeNull();
            (await Refund.StopAsync(access, _of, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        }

        (await Refund.StartAsync(_night.By.Access, _of, Everything with { Reason = null }, Cancel)).Refusal.ShouldBeOfType<InvalidInput>();
    }

    private RefundEvent Refund => _database.Get<RefundEvent>();

    private async Task<IReadOnlyList<MadeOrder>> PaidAsync(int orders)
    {
        var made = new List<MadeOrder>();
        for (var i = 0; i < orders; i++)
            made.Add(await AnOrder.For(_night).With(2, "Standing").PaidAsync());
        return made;
    }

    private async Task RefundAsync(MadeOrder order, int position, RefundWhat what) => _ = (await _database.Get<RefundOrder>().RunAsync(
        _night.By.Access, order.Id, new RefundInput([position], what, RefundReason.Goodwill, null, Guid.NewGuid()), Cancel)).Value;

    /// <summary>A node that works until nothing is due, or dies after so many rounds.</summary>
    private async Task WorkAsync(int rounds = int.MaxValue)
    {
        using var worker = ActivatorUtilities.CreateInstance<EventRefundWorker>(_database.Services);
        for (var round = 0; round < rounds && await worker.WorkDueAsync(Cancel) > 0; round++)
        {
        }
    }

    private async Task<EventRefundView> ProgressAsync() => (await Refund.ProgressAsync(_night.By.Access, _of, Cancel))!;

    private Task<long> AskedBackAsync() => _database.CountAsync("select coalesce(sum(amount), 0) from payments.refunds");

    private async Task<List<string>> DifferencesAsync() => [.. (await _database.Get<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences)];
}
