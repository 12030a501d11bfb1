using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Events;

public sealed class PublishingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_without_stock_is_not_published()
    {
        var empty = await AnEvent.By(await AnOrganization.InAsync(database.Services)).DraftedAsync();

        (await PublishAsync(empty.By.Access, empty.Id)).Refusal.ShouldBeOfType<NothingToSell>();
        (await database.Get<IEvents>().FindPublicAsync(empty.Slug, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_draft_is_seen_by_its_team_only()
    {
        var draft = await (await ConcertAsync()).DraftedAsync();
        (await database.Get<IEvents>().FindPublicAsync(draft.Slug, Cancel)).ShouldBeNull();
        (await AnOrder.For(draft).With(1, "Standing").TryAsync()).Refusal.ShouldBeOfType<NotFound>();

        await PublishAsync(draft.By.Access, draft.Id);

        (await database.Get<IEvents>().FindPublicAsync(draft.Slug, Cancel)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_event_that_is_over_is_not_published()
    {
        var past = await (await ConcertAsync()).Starting(database.Clock.GetUtcNow().UtcDateTime.AddDays(-2)).DraftedAsync();

        (await PublishAsync(past.By.Access, past.Id)).Refusal.ShouldBeOfType<EventIsOver>();
    }

    [Fact]
    public async Task An_event_goes_back_to_draft_only_while_nothing_is_taken()
    {
        var night = await (await ConcertAsync()).PublishedAsync();
        (await database.Get<PublishEvent>().WithdrawAsync(night.By.Access, night.Id, Cancel)).Refusal.ShouldBeNull();
        await PublishAsync(night.By.Access, night.Id);
        await AnOrder.For(night).With(1, "Standing").StartedAsync();

        (await database.Get<PublishEvent>().WithdrawAsync(night.By.Access, night.Id, Cancel)).Refusal.ShouldBeOfType<TicketsAreOut>();
    }

    [Fact]
    public async Task Whoever_takes_an_event_back_waits_for_those_who_are_buying()
    {
        var night = await (await ConcertAsync()).PublishedAsync();
        await using var buying = await database.HoldAsync($"update inventory.pools set claimed = 1 where event_id = '{night.Id.Value}'");

        var withdrawing = database.Get<PublishEvent>().WithdrawAsync(night.By.Access, night.Id, Cancel);
        await database.WaitForLocksAsync(1);
        await TestDatabase.CommitAsync(buying);

        (await withdrawing).Refusal.ShouldBeOfType<TicketsAreOut>();
    }

    [Fact]
    public async Task Without_the_guard_an_event_of_which_somebody_has_a_ticket_is_taken_back()
    {
        var night = await (await ConcertAsync()).PublishedAsync();
        await using var buying = await database.HoldAsync($"update inventory.pools set claimed = 1 where event_id = '{night.Id.Value}'");
        var unguarded = database.Build(s => s.AddSingleton<IInterceptor>(new WithoutRowLocks()));

        var withdrawn = await unguarded.GetRequiredService<PublishEvent>().WithdrawAsync(night.By.Access, night.Id, Cancel);
        await TestDatabase.CommitAsync(buying);

        withdrawn.Refusal.ShouldBeNull();
        (await night.PoolAsync("Room")).Claimed.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_buys_while_an_event_is_taken_back_finds_it_gone()
    {
        var night = await (await ConcertAsync()).PublishedAsync();
        await using var withdrawing = await database.HoldAsync(
            $"select from inventory.pools where event_id = '{night.Id.Value}' for update; update events.events set state = 'Draft' where id = '{night.Id.Value}'");

        var buying = AnOrder.For(night).With(1, "Standing").TryAsync();
        await database.WaitForLocksAsync(1);
        await TestDatabase.CommitAsync(withdrawing);

        (await buying).Refusal.ShouldBe(new NotFound("event"));
        (await night.PoolAsync("Room")).Claimed.ShouldBe(0);
    }

    [Theory]
    [InlineData(Role.Owner, true)]
    [InlineData(Role.Manager, true)]
    [InlineData(Role.BoxOffice, false)]
    [InlineData(Role.Door, false)]
    [InlineData(Role.Promoter, false)]
    [InlineData(Role.ReadOnly, false)]
    public async Task Publishing_takes_the_permission_for_it(Role role, bool may)
    {
        var draft = await (await ConcertAsync()).DraftedAsync();

        var outcome = await PublishAsync(draft.By.Access with { Role = role }, draft.Id);

        (outcome.Refusal is null).ShouldBe(may);
    }

    [Fact]
    public async Task Another_organizations_event_is_not_there_to_be_published()
    {
        var draft = await (await ConcertAsync()).DraftedAsync();
        var stranger = await AnOrganization.InAsync(database.Services, "Other House");

        (await PublishAsync(stranger.Access, draft.Id)).Refusal.ShouldBe(new NotFound("event"));
    }

    [Fact]
    public async Task A_type_is_sold_within_its_window_as_the_clocks_at_the_venue_show_it()
    {
        var today = database.Clock.GetUtcNow().UtcDateTime.Date;
        var window = new TicketTypeInput("Early", "", "20", OnSaleFrom: today.AddDays(1).AddHours(10), OnSaleUntil: today.AddDays(2).AddHours(10));
        var night = await AnEvent.By(await AnOrganization.InAsync(database.Services)).WithPool("Room", 50).With(window, "Room").PublishedAsync();
        async Task<SaleState> SaleAsync() => (await database.Get<IEvents>().FindAsync(night.Id, Cancel))!.TicketTypes[0].Sale;

        (await SaleAsync()).ShouldBe(SaleState.NotYet);
        database.Clock.Advance(today.AddDays(1).AddHours(10) - database.Clock.GetUtcNow().UtcDateTime);
        (await SaleAsync()).ShouldBe(SaleState.OnSale);
        database.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
        (await SaleAsync()).ShouldBe(SaleState.OnSale);
        database.Clock.Advance(TimeSpan.FromTicks(1));
        (await SaleAsync()).ShouldBe(SaleState.Ended);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task What_has_no_price_is_not_free(string? price)
    {
        var night = await (await ConcertAsync()).DraftedAsync();
        var ticket = new TicketTypeInput("Balcony", "", price);

        InvalidInput[] refusals =
        [
            (await database.Get<SaveTicketType>().RunAsync(night.By.Access, night.Id, null, ticket, [night.Pools["Room"]], Cancel)).Refusal.ShouldBeOfType<InvalidInput>(),
            (await database.Get<SaveTicketType>().RunAsync(night.By.Access, night.Id, null, ticket with { ChoosesAmount = true }, [night.Pools["Room"]], Cancel)).Refusal.ShouldBeOfType<InvalidInput>(),
            (await database.Get<SaveAddOn>().RunAsync(night.By.Access, night.Id, null, ticket with { AddOn = new AddOnInput([]) }, 10, Cancel)).Refusal.ShouldBeOfType<InvalidInput>(),
        ];

        refusals.ShouldAllBe(r => r.Errors.Single() == new InputError("price", "Give a price like 25.00, or 0 when it is free."));
    }

    [Fact]
    public async Task Nothing_of_a_line_up_is_left_out_in_silence()
    {
        var night = await (await ConcertAsync()).DraftedAsync();
        async Task<Refusal?> BillAsync(params IEnumerable<string> lineUp)
        {
            var of = (await database.Get<IEvents>().FindAsync(night.Id, Cancel))!;
            var input = new EventInput(of.Venue.Id, of.Title, of.Category, "", "", null, of.LocalStart.DateTime, of.LocalEnd.DateTime) { LineUp = [.. lineUp] };
            return (await database.Get<ChangeEvent>().RunAsync(night.By.Access, night.Id, input, Cancel)).Refusal;
        }

        (await BillAsync([" Paper Lung ", "", new string('x', 100), .. Enumerable.Repeat("Choir", 48)])).ShouldBeNull();
        (await database.Get<IEvents>().FindAsync(night.Id, Cancel))!.LineUp.ShouldBe(["Paper Lung", new string('x', 100), .. Enumerable.Repeat("Choir", 48)]);
        (await BillAsync(Enumerable.Repeat("Choir", 51))).ShouldBeOfType<InvalidInput>().For("lineUp").ShouldBe("A line-up may have 50 names at most; this one has 51.");
        (await BillAsync(new string('x', 101))).ShouldBeOfType<InvalidInput>().For("lineUp").ShouldBe($"A name may have 100 characters at most; “{new string('x', 30)}…” has 101.");
    }

    [Fact]
    public async Task Two_events_of_one_title_have_two_addresses()
    {
        var hall = await AnOrganization.InAsync(database.Services);

        var slugs = new[] { (await AnEvent.By(hall).Called("Twice").DraftedAsync()).Slug, (await AnEvent.By(hall).Called("Twice").DraftedAsync()).Slug };

        slugs.ShouldBe(["twice", "twice-2"]);
    }

    private async Task<AnEvent> ConcertAsync() =>
        AnEvent.By(await AnOrganization.InAsync(database.Services)).WithPool("Room", 50).With("Standing", 25m, "Room");

    private Task<Outcome<Done>> PublishAsync(Access access, EventId id) => database.Get<PublishEvent>().RunAsync(access, id, Cancel);
}
