using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Organizations.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Pricing.UseCases;
using TicketWeb.Features.Settlements;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;

namespace TicketWeb.Demo;

/// <summary>
/// Fills an empty development database through the same use cases that people use, so that everything in it could have happened. Only the
/// days on which tickets were sold are moved afterwards: otherwise all of it would have sold in one minute.
/// </summary>
public sealed partial class DemoSeed(
    IServiceScopeFactory scopes, IOrganizations organizations, CreateOrganization createOrganization, AllowEmbedding allowEmbedding, SaveVenue saveVenue,
    PlanEvent planEvent, SavePool savePool, SaveTicketType saveTicketType, SaveAddOn saveAddOn, PublishEvent publish, StartOrder startOrder,
    CreateCode createCode, PayOrder payOrder, SellAtDesk sellAtDesk, RefundOrder refundOrder, SaveLegalDetails saveLegalDetails, AdjustBook adjustBook, CloseStatement closeStatement,
    IPayments payments, IEvents events, Databases databases, DatabaseConnection connection, TimeProvider clock, ILogger<DemoSeed> logger)
{
    public const string Password = "correct horse battery";
    public const string Operator = "operator@ticketweb.example";

    public const string Card = "4242 4242 4242 4242";
    private static readonly string[] FirstNames = ["Sam", "Priya", "Tomas", "Grace", "Luca", "Amara", "Finn", "Noor", "Elsie", "Kofi"];
    private static readonly string[] LastNames = ["Okafor", "Marsh", "Lindqvist", "Ferreira", "Byrne", "Castell", "Whitlock", "Hanif"];

    /// <summary>Does nothing when somebody has an account already.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await accounts.Users.AnyAsync(cancel))
            return;

        await JoinAsync(accounts, Operator, "Olu Operator");
        var nights = new List<Night>();
        foreach (var organization in DemoCatalogue.Organizations)
        {
            var access = await FoundAsync(accounts, organization, cancel);
            var venues = new Dictionary<string, VenueId>();
            foreach (var venue in organization.Venues)
                venues[venue.Name!] = (await saveVenue.RunAsync(access, null, venue, cancel)).Value;
            var desk = organization.Desk is { } email ? await EmployAsync(accounts, access, email, cancel) : null;
            foreach (var demo in organization.Events)
            {
                if (await PutOnAsync(access, desk, venues[demo.Venue], demo, cancel) is { } night)
                    nights.Add(night);
            }

            LogSeeded(organization.Name, organization.Events.Length);
        }

        // Made-up buyers have no card that a real gateway would take.
        if (payments.Form is not null)
            return;
        await SellAsync(nights, cancel);
        await SettleAsync(cancel);
    }

    private async Task<Access> FoundAsync(UserManager<Account> accounts, DemoOrganization organization, CancellationToken cancel)
    {
        var account = await JoinAsync(accounts, organization.Email, organization.Person);
        var slug = (await createOrganization.RunAsync(account, organization.Name, "Europe/London", "GBP", organization.Email, cancel)).Value;
        var access = (await organizations.FindMembershipAsync(account, slug, cancel))!.Access;
        await allowEmbedding.RunAsync(access, ["*"], cancel);
        return access;
    }

    /// <summary>Somebody for the desk. They join without an invitation, for nobody reads the demo's mail.</summary>
    private async Task<Access> EmployAsync(UserManager<Account> accounts, Access access, string email, CancellationToken cancel)
    {
        var account = await JoinAsync(accounts, email, "Mina Desk");
        await using var db = databases.Service();
        await db.Database.ExecuteSqlAsync(
            $"insert into organizations.members (id, organization_id, account_id, role, joined_at) values ({Guid.CreateVersion7()}, {access.OrganizationId.Value}, {account}, {nameof(Role.BoxOffice)}, {clock.GetUtcNow()})", cancel);
        return access with { AccountId = account, Role = Role.BoxOffice };
    }

    private async Task<Guid> JoinAsync(UserManager<Account> accounts, string email, string name)
    {
        var account = new Account { UserName = email, Email = email, EmailConfirmed = true, DisplayName = name, CreatedAt = clock.GetUtcNow() };
        var made = await accounts.CreateAsync(account, Password);
        return made.Succeeded ? account.Id : throw new InvalidOperationException(string.Join(' ', made.Errors.Select(e => e.Description)));
    }

    /// <returns>What is to be sold of it; null for a draft.</returns>
    private async Task<Night?> PutOnAsync(Access access, Access? desk, VenueId venue, DemoEvent demo, CancellationToken cancel)
    {
        var day = clock.GetUtcNow().UtcDateTime.Date.AddDays(demo.InDays);
        if (demo.On is { } on)
            day = day.AddDays((on - day.DayOfWeek + 7) % 7);
        var starts = day + demo.Starts.ToTimeSpan();
        var input = new EventInput(
            venue, demo.Title, demo.Category, demo.Summary, demo.Description, demo.Doors ? starts.AddHours(-1) : null, starts, starts.AddHours(demo.Hours), demo.AgeLimit)
        {
            LineUp = demo.LineUp,
        };
        var id = (await planEvent.RunAsync(access, input, cancel)).Value;

        var pools = new Dictionary<string, PoolId>();
        var sales = new List<(string Name, TicketTypeId Type, int Count, int Most)>();
        foreach (var type in demo.Types)
        {
            foreach (var (name, capacity) in type.Pools.Where(p => !pools.ContainsKey(p.Name)))
                pools[name] = (await savePool.RunAsync(access, id, null, name, capacity, cancel)).Value;
            DateTime? from = type.OnSaleInDays is { } days ? clock.GetUtcNow().UtcDateTime.Date.AddDays(days).AddHours(10) : null;
            var typeInput = new TicketTypeInput(type.Name, type.Description, type.Price, 1, type.Most, from) { Tiers = type.Tiers ?? [], Hidden = type.Hidden, ChoosesAmount = type.ChoosesAmount };
            var typeId = (await saveTicketType.RunAsync(access, id, null, typeInput, [.. type.Pools.Select(p => pools[p.Name])], cancel)).Value;
            sales.Add((type.Name, typeId, type.Sold, type.Most));
        }

        foreach (var addOn in demo.AddOns ?? [])
        {
            var terms = new AddOnInput([.. sales.Where(s => addOn.GoesWith?.Contains(s.Name) == true).Select(s => s.Type)], addOn.IncludedPer, addOn.IncludedPer is null ? null : 1);
            _ = (await saveAddOn.RunAsync(access, id, null, new TicketTypeInput(addOn.Name, addOn.Description, addOn.Price, 1, addOn.Most) { AddOn = terms }, addOn.Stock, cancel)).Value;
        }

        if (demo.Draft)
            return null;
        foreach (var code in demo.Codes ?? [])
            _ = (await createCode.RunAsync(access, id, code.Input with { Types = [.. sales.Where(s => code.Types.Contains(s.Name)).Select(s => s.Type)] }, cancel)).Value;
        await publish.RunAsync(access, id, cancel);
        var of = (await events.FindAsync(id, cancel))!;
        return new Night(of, [.. sales.SelectMany(s => Buyers(of, s.Type, s.Count, s.Most, demo.Codes?[0].Input.Code))], demo.Desk ? desk : null);
    }

    private static IEnumerable<Buyer> Buyers(EventView of, TicketTypeId type, int count, int most, string? code)
    {
        for (var (left, buyer) = (count, 0); left > 0; buyer++)
        {
            var size = Math.Min(left, 1 + (buyer * 7 % most));
            var name = $"{FirstNames[(buyer + count) % FirstNames.Length]} {LastNames[((buyer * 3) + count) % LastNames.Length]}";
            // Every third buyer has the code.
            yield return new Buyer(name, new OrderInput([new TicketCount(type, size), .. Extras(of, buyer)], Channel.Storefront, null) { Code = buyer % 3 == 0 ? code : null });
            left -= size;
        }
    }

    /// <summary>Whoever buys for whichever night comes when they come; the desk's guests come last.</summary>
    private async Task SellAsync(List<Night> nights, CancellationToken cancel)
    {
        var all = nights.SelectMany(n => n.Buyers.Select(b => (n.Of, b))).ToArray();
        new Random(all.Length).Shuffle(all);
        foreach (var (of, buyer) in all)
            await SellAsync(of, buyer, cancel);
        await SpreadSalesAsync(cancel);
        foreach (var night in nights)
        {
            if (night.Desk is { } desk)
                await SellAtDeskAsync(desk, night.Of, cancel);
        }

        LogSold(all.Length);
    }

    private async Task SellAsync(EventView of, Buyer buyer, CancellationToken cancel)
    {
        var order = (await startOrder.RunAsync(of.Slug, buyer.Input, cancel)).Value;
        var address = $"{buyer.Name.Replace(' ', '.')}@example.com".ToLowerInvariant();
        var paid = await payOrder.RunAsync(order.Id, order.Secret, new PayInput(address, buyer.Name, Card), "/", cancel);
        if (paid.Value.State != OrderState.Paid)
            throw new InvalidOperationException($"A demo order is {paid.Value.State}.");
    }

    /// <summary>Every second buyer takes one of the add-ons that are for everybody.</summary>
    private static IEnumerable<TicketCount> Extras(EventView of, int buyer)
    {
        var addOns = of.AddOns.Where(a => a.MostPerOrder > 0 && a.AddOn!.GoesWith.Count == 0).ToList();
        return buyer % 2 == 0 || addOns.Count == 0 ? [] : [new TicketCount(addOns[buyer / 2 % addOns.Count].Id, 1)];
    }

    /// <summary>An evening's beginning: most pay cash, and few say their name.</summary>
    private async Task SellAtDeskAsync(Access desk, EventView of, CancellationToken cancel)
    {
        (int Count, DeskInput Input)[] guests =
        [
            (2, new(null, null, Tender.Cash, null, "40")),
            (1, new("Priya Marsh", "priya.marsh@example.com", Tender.CardTerminal, "004417", null)),
            (3, new(null, null, Tender.Cash, null, null)),
            (1, new(null, null, Tender.Voucher, "HH-2207", null)),
        ];
        foreach (var (count, input) in guests)
        {
            var held = (await sellAtDesk.HoldAsync(desk, of, [new TicketCount(of.TicketTypes[0].Id, count)], null, Guid.NewGuid().ToString("N"), cancel)).Value;
            _ = (await sellAtDesk.TakeAsync(desk, held, input, cancel)).Value;
        }
    }

    /// <summary>More lately than long ago, as sales are, and in the order in which they were made.</summary>
    private async Task SpreadSalesAsync(CancellationToken cancel)
    {
        await using var db = databases.Service();
        await db.Database.ExecuteSqlAsync(
            $"""
            update orders.orders o set paid_at = paid_at - spread.back, created_at = created_at - spread.back
            from (select id, interval '28 days' * power((row_number() over (order by id desc) - 1)::float / count(*) over (), 2) as back from orders.orders) spread
            where spread.id = o.id
            """, cancel);
        // Nobody but its owner changes the book.
        await using var move = connection.Pool(DatabaseRole.Owner).CreateCommand("update settlements.entries e set booked_at = o.paid_at from orders.orders o where e.kind = 'Sale' and e.source_id = o.id");
        await move.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>A closed statement, and in the open one something of each kind.</summary>
    private async Task SettleAsync(CancellationToken cancel)
    {
        var demo = DemoCatalogue.Organizations[0];
        await using var db = databases.Service();
        var account = await db.Set<Account>().SingleAsync(a => a.Email == demo.Email, cancel);
        var access = (await organizations.MembershipsOfAsync(account.Id, cancel))[0].Access;
        _ = (await saveLegalDetails.RunAsync(access, "Harbour Hall Trading Ltd", "8 Canon's Road\nBristol BS1 5UH\nUnited Kingdom", "GB 123 4567 89", cancel)).Value;
        _ = (await closeStatement.RunAsync(access, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-10), cancel)).Value;
        _ = (await adjustBook.RunAsync(access, new AdjustmentInput("-45.00", "Posters that the platform paid for", Guid.NewGuid()), cancel)).Value;
        var dear = await db.Database.SqlQuery<Guid>($"select id as \"Value\" from orders.orders where organization_id = {access.OrganizationId.Value} and state = 'Paid' order by total desc, id limit 2").ToListAsync(cancel);
        foreach (var (order, what) in dear.Zip([RefundWhat.TicketsAndFees, RefundWhat.FeesOnly]))
            _ = (await refundOrder.RunAsync(access, OrderId.From(order), new RefundInput([1], what, RefundReason.Goodwill, "The tent was under water.", Guid.NewGuid()), cancel)).Value;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Demo: {Organization} with {Events} events")]
    private partial void LogSeeded(string organization, int events);

    [LoggerMessage(Level = LogLevel.Information, Message = "Demo: {Orders} orders, of the last four weeks")]
    private partial void LogSold(int orders);

    private sealed record Buyer(string Name, OrderInput Input);

    /// <param name="Desk">Who sells at its door; null for nobody.</param>
    private sealed record Night(EventView Of, Buyer[] Buyers, Access? Desk);
}
