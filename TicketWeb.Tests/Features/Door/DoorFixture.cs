using Microsoft.Extensions.DependencyInjection;
using TicketWeb.Features.Door;
using TicketWeb.Features.Door.UseCases;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Organizations.UseCases;
using TicketWeb.Features.Tickets;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Door;

/// <summary>Two organizations that can plan events, give tickets away and open doors.</summary>
public sealed class DoorFixture(TestPostgres postgres) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(postgres);
    private ServiceProvider? _services;

    internal SetClock Clock { get; } = new();

    public Access Owner { get; private set; } = null!;

    public Access Rival { get; private set; } = null!;

    public T Get<T>() where T : notnull => _services!.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _services = _database.Build(services => services.AddSingleton<TimeProvider>(Clock));

        Owner = await FoundAsync("Harbour Hall");
        Rival = await FoundAsync("Mill Street Arts");
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>A published event with one free ticket type; times are by the clocks in London.</summary>
    public async Task<EventView> AnEventAsync(string title, DateTime doors, DateTime ends, Access? by = null)
    {
        var access = by ?? Owner;
        var venue = (await Get<SaveVenue>().RunAsync(access, null, new VenueInput("The Hall", "8 Canon's Road", "Bristol", "BS1 5UH", "GB", "Europe/London", 600), Cancel)).Value;
        var id = (await Get<PlanEvent>().RunAsync(access, new EventInput(venue, title, Category.Music, "", "", doors, doors.AddHours(1), ends), Cancel)).Value;
        var pool = (await Get<SavePool>().RunAsync(access, id, null, "Room", 600, Cancel)).Value;
        _ = (await Get<SaveTicketType>().RunAsync(access, id, null, new TicketTypeInput("Standing", "", "0"), [pool], Cancel)).Value;
        _ = (await Get<PublishEvent>().RunAsync(access, id, Cancel)).Value;
        return (await Get<IEvents>().FindAsync(id, Cancel))!;
    }

    /// <summary>Tickets that Sam Okafor got for nothing a month before.</summary>
    public async Task<IReadOnlyList<SignedTicket>> TicketsAsync(EventView of, int count)
    {
        var now = Clock.Now;
        Clock.Now = of.StartsAt.AddDays(-30);
        var started = (await Get<StartOrder>().RunAsync(of.Slug, new OrderInput([new TicketCount(of.TicketTypes[0].Id, count)], Channel.Storefront, null), Cancel)).Value;
        _ = (await Get<PayOrder>().RunAsync(started.Id, started.Secret, new PayInput("sam.okafor@example.org", "Sam Okafor", null), "https://tickets.example", Cancel)).Value;
        Clock.Now = now;
        return await Get<ITickets>().OfOrderAsync(started.Id, Cancel);
    }

    public async Task<DeviceAccess> ADeviceAsync(EventView of, string gate = "", Access? by = null)
    {
        var pairing = (await Get<CreatePairing>().RunAsync(by ?? Owner, of.Id, gate, Cancel)).Value;
        var paired = (await Get<PairDevice>().RunAsync(pairing.Code, "Main entrance", Cancel)).Value;
        return (await Get<RecogniseDevice>().RunAsync($"Bearer {paired.Token}", Cancel)).Value;
    }

    public Task<ScanView> ScanAsync(DeviceAccess device, string code) => ScanAsync(device, new ScanInput(TicketWeb.Kernel.Id.New<ScanId>(), code, Clock.Now, Clock.Now));

    public Task<ScanView> ScanAsync(DeviceAccess device, ScanInput input) => Get<ScanTicket>().RunAsync(device, input, Cancel);

    /// <summary>Runs SQL as the database's owner and gives back the first value, as text.</summary>
    public async Task<string?> SqlAsync(string sql) => (await _database.AskAsync(sql))?.ToString();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<Access> FoundAsync(string name)
    {
        var account = Guid.NewGuid();
        var slug = (await Get<CreateOrganization>().RunAsync(account, name, "Europe/London", "GBP", "office@example.org", CancellationToken.None)).Value;
        return (await Get<IOrganizations>().FindMembershipAsync(account, slug, CancellationToken.None))!.Access;
    }
}
