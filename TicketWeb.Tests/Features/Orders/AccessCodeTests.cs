using System.Text.Json;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Pricing.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Platform.Live;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>Codes that let somebody have what others cannot: a hidden ticket type, a presale, more than others.</summary>
public sealed class AccessCodeTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hidden_type_is_there_for_those_only_who_have_a_code_that_names_it()
    {
        var night = await NightAsync();
        await CodeAsync(night, "CREW", [night.Types["Backstage"]]);
        await ACode.For(night).With("EARLY").CreatedAsync();

        (await TryAsync(night, 1, "Backstage", null)).ShouldBeOfType<NotFound>();
        (await TryAsync(night, 1, "Backstage", "EARLY")).ShouldBeOfType<NotFound>("a code for all is not one that names it");
        var order = await AnOrder.For(night).With(1, "Backstage").WithCode("crew").PaidAsync();

        (await order.ViewAsync()).Quote.ShouldSatisfyAllConditions(
            quote => quote.Code.ShouldBe("CREW"), quote => quote.Discount.Minor.ShouldBe(0), quote => quote.CodeUses.ShouldBe(1));
    }

    [Fact]
    public async Task A_hidden_free_ticket_uses_its_code_up_as_well()
    {
        var night = await NightAsync();
        await CodeAsync(night, "GUEST", [night.Types["Guest list"]], mostUses: 1);

        await AnOrder.For(night).With(1, "Guest list").WithCode("GUEST").PaidAsync();

        (await TryAsync(night, 1, "Guest list", "GUEST")).ShouldBeOfType<CodeUsedUp>();
    }

    [Fact]
    public async Task Who_has_an_access_code_and_takes_an_ordinary_ticket_does_not_use_it()
    {
        var night = await NightAsync();
        await CodeAsync(night, "CREW", [night.Types["Backstage"]], mostUses: 1);

        var order = await AnOrder.For(night).With(1, "Standing").WithCode("CREW").PaidAsync();

        (await order.ViewAsync()).Quote.Code.ShouldBeNull();
        (await TryAsync(night, 1, "Backstage", "CREW")).ShouldBeNull();
    }

    [Fact]
    public async Task A_presale_code_sells_before_the_sale_begins_and_within_its_own_time()
    {
        var now = database.Clock.GetUtcNow().UtcDateTime;
        var night = await NightAsync();
        await CodeAsync(night, "FIRST", [night.Types["Later"]], opensEarly: true, ends: now.AddDays(1));
        await CodeAsync(night, "MORE", [night.Types["Later"]], mostOfEach: 3);

        (await TryAsync(night, 1, "Later", null)).ShouldBeOfType<NotOnSale>();
        (await TryAsync(night, 1, "Later", "MORE")).ShouldBeOfType<NotOnSale>();
        (await TryAsync(night, 1, "Later", "FIRST")).ShouldBeNull();

        database.Clock.Advance(TimeSpan.FromDays(1));
        (await TryAsync(night, 1, "Later", "FIRST")).ShouldBeOfType<CodeHasEnded>("that is said, not that there are no tickets");
    }

    [Fact]
    public async Task A_code_gives_one_order_and_one_person_more_than_the_type_does()
    {
        var night = await NightAsync();
        await CodeAsync(night, "GROUP", [night.Types["Standing"]], mostOfEach: 6);

        (await TryAsync(night, 6, "Standing", null)).ShouldBe(new OutsideLimits("Standing", 1, 2));
        (await TryAsync(night, 7, "Standing", "GROUP")).ShouldBe(new OutsideLimits("Standing", 1, 6));
        var order = await AnOrder.For(night).With(5, "Standing").WithCode("GROUP").PaidAsync();
        order.ShouldNotBeNull();
        (await (await AnOrder.For(night).With(2, "Standing").WithCode("GROUP").StartedAsync()).PayAsync()).Refusal.ShouldBe(new OverPersonLimit("Standing", 6, 5));
    }

    [Fact]
    public async Task Nothing_that_anybody_can_see_names_a_hidden_type()
    {
        var night = await NightAsync();
        var hidden = night.Types["Backstage"].Value.ToString();

        var found = (await database.Get<SearchEvents>().RunAsync(new EventSearch(Organization: night.By.Access.OrganizationId), Cancel)).Events.ShouldHaveSingleItem();
        found.Types.Select(t => t.Name).ShouldBe(["Standing", "Later"]);
        (await database.Get<SearchEvents>().RunAsync(new EventSearch(Organization: night.By.Access.OrganizationId, FreeOnly: true), Cancel)).Events.ShouldBeEmpty("what is free there is hidden");
        JsonSerializer.Serialize(await database.Get<ILiveCounts>().CountsAsync(night.Id.Value, Cancel))
            .ShouldSatisfyAllConditions(counts => counts.ShouldNotContain(hidden), counts => counts.ShouldContain(night.Types["Standing"].Value.ToString()));
    }

    private static async Task<Refusal?> TryAsync(MadeEvent night, int count, string type, string? code) =>
        (await (code is null ? AnOrder.For(night).With(count, type) : AnOrder.For(night).With(count, type).WithCode(code)).TryAsync()).Refusal;

    private async Task CodeAsync(
        MadeEvent night, string code, TicketTypeId[] types, int? mostUses = null, bool opensEarly = false, int? mostOfEach = null, DateTime? ends = null) =>
        _ = (await database.Get<CreateCode>().RunAsync(
            night.By.Access, night.Id,
            new CodeInput(code, DiscountKind.Nothing, DiscountPer.Ticket, null, types, Ends: ends, MostUses: mostUses) { OpensEarly = opensEarly, MostOfEach = mostOfEach },
            Cancel)).Value;

    private async Task<MadeEvent> NightAsync() => await AnEvent.By(await AnOrganization.InAsync(database.Services)).WithPool("Room", 100)
        .With(new TicketTypeInput("Standing", "", "25", MostPerOrder: 2, MostPerPerson: 2), "Room")
        .With(new TicketTypeInput("Later", "", "25", OnSaleFrom: database.Clock.GetUtcNow().UtcDateTime.AddDays(3)), "Room")
        .With(new TicketTypeInput("Backstage", "", "60") { Hidden = true }, "Room")
        .With(new TicketTypeInput("Guest list", "", "0") { Hidden = true }, "Room").PublishedAsync();
}
