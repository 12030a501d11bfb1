using Microsoft.Extensions.DependencyInjection;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Support;

/// <summary>Sells as somebody at the desk does: <c>await ADeskSale.Of(night).With(2, "Standing").SoldAsync()</c>.</summary>
public sealed class ADeskSale
{
    public static readonly DeskInput Cash = new(null, null, Tender.Cash, null, null);

    private readonly MadeEvent _of;
    private readonly List<TicketCount> _wanted = [];
    private readonly string _key = Guid.NewGuid().ToString("N");
    private IServiceProvider _services;
    private Access _by;
    private string? _comp;

    private ADeskSale(MadeEvent of) => (_of, _services, _by) = (of, of.By.Services, of.By.Access);

    public static ADeskSale Of(MadeEvent of) => new(of);

    public ADeskSale With(int count, string type)
    {
        _wanted.Add(new TicketCount(_of.Types[type], count));
        return this;
    }

    public ADeskSale By(Access access)
    {
        _by = access;
        return this;
    }

    /// <summary>Given away.</summary>
    public ADeskSale Comp(string reason)
    {
        _comp = reason;
        return this;
    }

    /// <summary>Through other services on the same database.</summary>
    public ADeskSale Through(IServiceProvider services)
    {
        _services = services;
        return this;
    }

    /// <summary>Called twice it is the second of two clicks.</summary>
    public async Task<Outcome<StartedOrder>> HoldAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        var of = (await _services.GetRequiredService<IEvents>().FindAsync(_of.Id, cancel))!;
        return await _services.GetRequiredService<SellAtDesk>().HoldAsync(_by, of, _wanted, _comp, _key, cancel);
    }

    public Task<Outcome<Done>> TakeAsync(StartedOrder held, DeskInput? input = null) =>
        _services.GetRequiredService<SellAtDesk>().TakeAsync(_by, held, input ?? Cash, TestContext.Current.CancellationToken);

    public async Task<MadeOrder> SoldAsync(DeskInput? input = null)
    {
        var held = (await HoldAsync()).Value;
        _ = (await TakeAsync(held, input)).Value;
        return new MadeOrder(_services, _of, held.Id, held.Secret);
    }
}
