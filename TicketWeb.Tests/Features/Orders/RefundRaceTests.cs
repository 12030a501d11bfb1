using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>Refunding twice at once, with the guards and, in the twin, without.</summary>
public sealed class RefundRaceTests(TestPostgres postgres) : IAsyncLifetime
{
    private const int AtOnce = 8;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData(null, 27_00, 3)]
    [InlineData("Fees", 2_00, 4)]
    public async Task Of_many_refunds_of_one_ticket_or_one_fee_at_once_one_is_made(string? fee, long back, int claimed)
    {
        var order = await PaidAsync();

        var outcomes = await RefundAtOnceAsync(_database.Services, order, AtOnce, fee);

        outcomes.Count(o => o.Refusal is null).ShouldBe(1);
        outcomes.Where(o => o.Refusal is not null).ShouldAllBe(o => o.Refusal is NothingToRefund);
        (await AskedBackAsync()).ShouldBe(back);
        (await order.Of.PoolAsync("Room")).Claimed.ShouldBe(claimed);
    }

    [Theory]
    [InlineData(null, 54_00)]
    [InlineData("Fees", 4_00)]
    public async Task Without_the_guards_the_buyer_gets_the_money_twice(string? fee, long back)
    {
        var order = await PaidAsync();
        await _database.AskAsync("alter table orders.refunded_parts drop constraint \"PK_refunded_parts\"");
        using var bothHaveLooked = new Barrier(2);
        var unguarded = _database.Build(s => s.AddSingleton<IInterceptor>(new WithoutGuards("orders.order_refunds", bothHaveLooked)));

        var outcomes = await RefundAtOnceAsync(unguarded, order, 2, fee);

        outcomes.ShouldAllBe(o => o.Refusal == null);
        (await AskedBackAsync()).ShouldBe(back);
    }

    [Fact]
    public async Task Of_many_who_try_a_failed_refund_again_at_once_one_does()
    {
        var order = await PaidAsync(Cards.RefundFails);
        await RefundAtOnceAsync(_database.Services, order, 1);
        await _database.TellFactsAsync();
        var access = order.Of.By.Access;
        var failed = (await _database.Get<ShowOrder>().RunAsync(access, order.Id, Cancel))!.Refunds.Single().MayRepeat!.Value;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => _database.Get<RepeatRefund>().RunAsync(access, order.Id, failed, Cancel)));

        outcomes.Count(o => o.Refusal is null).ShouldBe(1);
        (await _database.CountAsync("select refunded from payments.payments")).ShouldBe(2700);
    }

    private static Task<Outcome<RefundSum>[]> RefundAtOnceAsync(IServiceProvider services, MadeOrder order, int times, string? fee = null) => Task.WhenAll(Enumerable.Range(0, times).Select(_ => Task.Run(() =>
        services.GetRequiredService<RefundOrder>().RunAsync(
            order.Of.By.Access, order.Id, new RefundInput([1], fee is null ? RefundWhat.TicketsAndFees : RefundWhat.FeesOnly, RefundReason.BuyerAsked, null, Guid.NewGuid()) { Fee = fee }, Cancel))));

    private Task<long> AskedBackAsync() => _database.CountAsync("select sum(amount) from payments.refunds");

    private async Task<MadeOrder> PaidAsync(string card = Cards.Succeeds)
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        var order = await AnOrder.For(night).With(4, "Standing").StartedAsync();
        (await order.PayAsync(card)).Value.State.ShouldBe(OrderState.Paid);
        return order;
    }
}
