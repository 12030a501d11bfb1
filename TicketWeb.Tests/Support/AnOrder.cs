using Microsoft.Extensions.DependencyInjection;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Support;

/// <summary>Buys as a buyer does: <c>await AnOrder.For(night).With(2, "Standing").PaidAsync()</c>.</summary>
public sealed class AnOrder
{
    private readonly MadeEvent _of;
    private readonly List<TicketCount> _wanted = [];
    private IServiceProvider _services;
    private string? _key;
    private string? _code;
    private readonly Dictionary<TicketTypeId, string> _amounts = [];
    private readonly Dictionary<TicketTypeId, long> _seen = [];
    private long? _seenTotal;

    private AnOrder(MadeEvent of) => (_of, _services) = (of, of.By.Services);

    public static AnOrder For(MadeEvent of) => new(of);

    public AnOrder With(int count, string type)
    {
        _wanted.Add(new TicketCount(_of.Types[type], count));
        return this;
    }

    /// <summary>With the browser's own key, as two clicks send it twice.</summary>
    public AnOrder Keyed(string key)
    {
        _key = key;
        return this;
    }

    /// <summary>With a discount code, as typed.</summary>
    public AnOrder WithCode(string code)
    {
        _code = code;
        return this;
    }

    /// <summary>With what the buyer gives for each, as typed.</summary>
    public AnOrder Giving(string amount, int count, string type)
    {
        _amounts[_of.Types[type]] = amount;
        return With(count, type);
    }

    /// <summary>From a page that showed this price, with everything and in minor units.</summary>
    /// <param name="total">What all of it came to there; null where it showed no total.</param>
    public AnOrder Seeing(long price, string type, long? total = null)
    {
        _seen[_of.Types[type]] = price;
        _seenTotal = total;
        return this;
    }

    /// <summary>Through other services on the same database.</summary>
    public AnOrder Through(IServiceProvider services)
    {
        _services = services;
        return this;
    }

    /// <summary>The outcome, for those who expect a refusal.</summary>
    public Task<Outcome<StartedOrder>> TryAsync() =>
        _services.GetRequiredService<StartOrder>().RunAsync(
            _of.Slug, new OrderInput(_wanted, Channel.Storefront, _key) { Code = _code, Amounts = _amounts, SeenPrices = _seen, SeenTotal = _seenTotal }, TestContext.Current.CancellationToken);

    public async Task<MadeOrder> StartedAsync()
    {
        var started = (await TryAsync()).Value;
        return new MadeOrder(_services, _of, started.Id, started.Secret);
    }

    public async Task<MadeOrder> PaidAsync()
    {
        var order = await StartedAsync();
        var result = (await order.PayAsync()).Value;
        return result.State == OrderState.Paid ? order : throw new InvalidOperationException($"The order is {result.State}.");
    }
}
