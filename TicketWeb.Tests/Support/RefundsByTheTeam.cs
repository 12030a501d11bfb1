using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Platform.Reconciling;
using Xunit;

namespace TicketWeb.Tests.Support;

/// <summary>For tests of what the team sends back. A ticket of £25 carries a fee of £2.</summary>
public abstract class RefundsByTheTeam(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private MadeEvent? _night;

    protected TestDatabase Database { get; } = new(postgres);

    protected MadeEvent Night => _night!;

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        _night = await AnEvent.By(await AnOrganization.InAsync(Database.Services)).Starting(Database.Clock.GetUtcNow().UtcDateTime.AddHours(4)).WithPool("Room", 10)
            .With("Standing", 25m, "Room").With("Guests", 0m, "Room").With(new TicketTypeInput("Rare", "", "25") { MostPerPerson = 2 }, "Room").PublishedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<Outcome<RefundSum>> RefundAsync(MadeOrder order, IReadOnlyCollection<int>? positions, RefundWhat what = RefundWhat.TicketsAndFees) =>
        RunAsync(order, new RefundInput(positions, what, RefundReason.BuyerAsked, null, Guid.NewGuid()));

    protected Task<Outcome<RefundSum>> RunAsync(MadeOrder order, RefundInput input) => Database.Get<RefundOrder>().RunAsync(Night.By.Access, order.Id, input, Cancel);

    protected async Task<OrderDetails> ShowAsync(MadeOrder order) => (await Database.Get<ShowOrder>().RunAsync(Night.By.Access, order.Id, Cancel))!;

    /// <summary>What the order's payment says has gone back.</summary>
    protected Task<long> MoneyAsync(MadeOrder order) => Database.CountAsync("select sum(refunded) from payments.payments where order_id = $1", order.Id.Value);

    protected async Task ShouldBalanceAsync() => (await DifferencesAsync()).ShouldBeEmpty();

    protected async Task<List<string>> DifferencesAsync() => [.. (await Database.Get<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences)];
}
