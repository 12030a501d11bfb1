using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Stories;

/// <summary>A sponsor's tickets, from setting them aside to releasing what is left.</summary>
public sealed class AllocationStories(TestApp app, Browser browser) : IClassFixture<TestApp>
{

    [Fact]
    public async Task Stock_is_set_aside_sold_by_a_link_given_away_and_released()
    {
        var account = await AnAccount.InAsync(app.Services);
        var night = await AnEvent.By(await AnOrganization.InAsync(app.Services, "Harbour", account.Id)).WithPool("Room", 10).With("Standing", 25m, "Room").With("Balcony", 40m, "Room").PublishedAsync();
        var team = await browser.SignedInAsync(app, account.Email!, $"/manage/{night.By.Profile.Slug}/events/{night.Id.Value}");

        await team.GetByRole(AriaRole.Link, new() { Name = "Allocations" }).ClickAsync();
        await Assertions.Expect(team.GetByText("Nothing is set aside")).ToBeVisibleAsync();
        await team.GetByRole(AriaRole.Link, new() { Name = "Set stock aside" }).ClickAsync();
        await team.GetByLabel("Name", new() { Exact = true }).FillAsync("Sponsor");
        await team.GetByLabel("Standing").FillAsync("11");
        await team.GetByRole(AriaRole.Button, new() { Name = "Set aside" }).ClickAsync();
        await Assertions.Expect(team.GetByText("Only 10 more of Standing can be set aside.").First).ToBeVisibleAsync();
        await team.ShouldBeFineEverywhereAsync("allocation-new");
        await team.GetByLabel("Standing").FillAsync("10");
        await team.GetByRole(AriaRole.Button, new() { Name = "Set aside" }).ClickAsync();
        await Assertions.Expect(team.GetByText("10 tickets set aside and not taken yet")).ToBeVisibleAsync();

        await team.GetByRole(AriaRole.Link, new() { Name = "Open Sponsor" }).ClickAsync();
        await team.GetByRole(AriaRole.Link, new() { Name = "Add code" }).ClickAsync();
        await team.GetByLabel("Code", new() { Exact = true }).FillAsync("KELP");
        await team.GetByLabel("Most per person").FillAsync("4");
        await team.GetByRole(AriaRole.Button, new() { Name = "Save code" }).ClickAsync();
        await Assertions.Expect(team.GetByText("From an allocation · Standing")).ToBeVisibleAsync();
        await team.GetByRole(AriaRole.Link, new() { Name = "Allocations" }).ClickAsync();
        await team.GetByRole(AriaRole.Link, new() { Name = "Open Sponsor" }).ClickAsync();
        var link = await team.Locator(".snippet code").InnerTextAsync();

        var others = await browser.OpenAsync(app.Address, 1280);
        await others.GotoAsync($"/e/{night.Slug}");
        await Assertions.Expect(others.GetByText("Sold out").First).ToBeVisibleAsync();
        await others.GotoAsync(link);
        await Assertions.Expect(others.GetByText("Only 10 left")).ToBeVisibleAsync();
        await others.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await others.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" }).ClickAsync();
        await Assertions.Expect(others.GetByRole(AriaRole.Button, new() { Name = "Pay £27.00" })).ToBeVisibleAsync();

        await team.GetByLabel("Who, and how many tickets").FillAsync("Sam Okafor <sam@guests.example>, 2\nInes Roth, 1");
        await team.GetByLabel("Why?").FillAsync("Sponsor");
        await team.GetByRole(AriaRole.Button, new() { Name = "Give and mail them" }).ClickAsync();
        await Assertions.Expect(team.GetByText("Line 2: write it like Sam Okafor").First).ToBeVisibleAsync();
        await team.ShouldBeFineEverywhereAsync("allocation");
        await team.GetByLabel("Who, and how many tickets").FillAsync("Sam Okafor <sam@guests.example>, 2\nInes Roth <ines@guests.example>, 1");
        await team.GetByRole(AriaRole.Button, new() { Name = "Give and mail them" }).ClickAsync();
        await Assertions.Expect(team.GetByText("3 tickets given")).ToBeVisibleAsync();

        await team.GetByRole(AriaRole.Button, new() { Name = "Release" }).ClickAsync();
        await Assertions.Expect(team.Locator(".rz-dialog")).ToContainTextAsync("6 of Standing: everybody can buy them at once. 4 tickets that are sold or reserved from it stay so. Nobody can use KELP any more.");
        await team.GetByRole(AriaRole.Button, new() { Name = "Release it" }).ClickAsync();
        await Assertions.Expect(team.GetByText("Nothing is sold from it any more.")).ToBeVisibleAsync();
        await Assertions.Expect(team.Locator(".rz-notification-item")).ToHaveCountAsync(0, new() { Timeout = 15_000 });
        await team.ShouldBeFineEverywhereAsync("allocations");
        (await night.LeftAsync("Standing")).ShouldBe(6);
    }
}
