using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Inventory.UseCases;
using Xunit;

namespace TicketWeb.Tests.Support;

/// <summary>Plans an event the way its team does: <c>await AnEvent.By(hall).WithPool("Room", 100).With("Standing", 25m, "Room").PublishedAsync()</c>.</summary>
public sealed class AnEvent
{
    private readonly MadeOrganization _by;
    private readonly List<(string Name, int Capacity)> _pools = [];
    private readonly List<(TicketTypeInput Input, string[] Pools)> _types = [];
    private readonly List<(TicketTypeInput Input, string[] GoesWith, int? Stock)> _addOns = [];
    private string _title = "Salt & Smoke";
    private DateTime? _starts;
    private (string Percent, bool Included) _tax = ("", true);

    private AnEvent(MadeOrganization by) => _by = by;

    public static AnEvent By(MadeOrganization by) => new(by);

    public AnEvent Called(string title)
    {
        _title = title;
        return this;
    }

    /// <summary>As the clocks in London show it; three hours long. A month from now unless said.</summary>
    public AnEvent Starting(DateTime wallClock)
    {
        _starts = wallClock;
        return this;
    }

    /// <summary>At a venue with a tax on tickets.</summary>
    public AnEvent Taxed(string percent, bool included)
    {
        _tax = (percent, included);
        return this;
    }

    public AnEvent WithPool(string name, int capacity)
    {
        _pools.Add((name, capacity));
        return this;
    }

    public AnEvent With(string name, decimal price, params string[] pools) =>
        With(new TicketTypeInput(name, "", price.ToString(CultureInfo.InvariantCulture)), pools);

    public AnEvent With(TicketTypeInput input, params string[] pools)
    {
        _types.Add((input, pools));
        return this;
    }

    /// <summary>An add-on with a stock of its own; null for any number.</summary>
    public AnEvent WithAddOn(string name, decimal price, int? stock) => WithAddOn(new TicketTypeInput(name, "", price.ToString(CultureInfo.InvariantCulture)) { AddOn = new AddOnInput([]) }, stock);

    /// <param name="goesWith">The names of the ticket types that it is for; none are all.</param>
    public AnEvent WithAddOn(TicketTypeInput input, int? stock, params string[] goesWith)
    {
        _addOns.Add((input, goesWith, stock));
        return this;
    }

    public async Task<MadeEvent> PublishedAsync()
    {
        var made = await DraftedAsync();
        _ = (await Service<PublishEvent>().RunAsync(_by.Access, made.Id, TestContext.Current.CancellationToken)).Value;
        return made;
    }

    public async Task<MadeEvent> DraftedAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        var venue = (await Service<SaveVenue>().RunAsync(
            _by.Access, null, new VenueInput("The Boiler Room", "3 Kiln Lane", "Bristol", "BS1 4AA", "GB", "Europe/London", 500, null, _tax.Percent, _tax.Included), cancel)).Value;
        var starts = _starts ?? Service<TimeProvider>().GetUtcNow().UtcDateTime.Date.AddDays(30).AddHours(20);
        var id = (await Service<PlanEvent>().RunAsync(
            _by.Access, new EventInput(venue, _title, Category.Music, "A night out.", "", null, starts, starts.AddHours(3)), cancel)).Value;

        var pools = new Dictionary<string, PoolId>();
        foreach (var (name, capacity) in _pools)
            pools[name] = (await Service<SavePool>().RunAsync(_by.Access, id, null, name, capacity, cancel)).Value;
        var types = new Dictionary<string, TicketTypeId>();
        foreach (var (input, drawsFrom) in _types)
            types[input.Name!] = (await Service<SaveTicketType>().RunAsync(_by.Access, id, null, input, [.. drawsFrom.Select(p => pools[p])], cancel)).Value;

        foreach (var (input, goesWith, stock) in _addOns)
        {
            var addOn = input with { AddOn = input.AddOn! with { GoesWith = [.. goesWith.Select(t => types[t])] } };
            types[input.Name!] = (await Service<SaveAddOn>().RunAsync(_by.Access, id, null, addOn, stock, cancel)).Value;
        }

        var view = (await Service<IEvents>().FindAsync(id, cancel))!;
        return new MadeEvent(_by, id, view.Slug, pools, types);
    }

    private T Service<T>() where T : notnull => _by.Services.GetRequiredService<T>();
}
