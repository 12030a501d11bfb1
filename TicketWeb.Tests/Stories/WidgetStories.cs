using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Features.Organizations.UseCases;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Stories;

/// <summary>What a host page hears of the widget, and what its visitors see where it may not open.</summary>
public sealed class WidgetStories(TestApp app, Browser browser) : IClassFixture<TestApp>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_page_hears_of_each_thing_once_however_many_screens_a_buyer_needs()
    {
        var night = await NightAsync("*");
        await using var host = await HostPage.ServeAsync(app.Address, night.Slug);
        var page = await browser.WithoutThirdPartyCookies.OpenAsync(host.Address, 360, 740);
        await page.GotoAsync("/");
        await page.Locator("ticketweb-button").ClickAsync();
        var frame = page.FrameLocator("ticketweb-button iframe");
        await frame.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" }).ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "I need more time" }).ClickAsync();
        await Assertions.Expect(frame.GetByRole(AriaRole.Button, new() { Name = "I need more time" })).ToHaveCountAsync(0);
        await frame.GetByLabel("E-mail").FillAsync("ada@buyers.example");
        await frame.GetByLabel("Name").FillAsync("Ada Buyer");
        await frame.GetByLabel("Card number").FillAsync(Cards.Declines);
        await frame.GetByRole(AriaRole.Button, new() { NameRegex = new("^Pay ") }).ClickAsync();
        await Assertions.Expect(frame.GetByText("Your bank declined this card.")).ToBeVisibleAsync();
        await ShouldHearAsync(page, "ready begin_checkout");

        await page.ReloadAsync();
        await page.Locator("ticketweb-button").ClickAsync();
        await Assertions.Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Almost yours" })).ToBeVisibleAsync();
        await frame.GetByLabel("Card number").FillAsync(Cards.Succeeds);
        await frame.GetByRole(AriaRole.Button, new() { NameRegex = new("^Pay ") }).ClickAsync();
        await Assertions.Expect(frame.GetByText("You’re going.")).ToBeVisibleAsync();
        await ShouldHearAsync(page, "ready purchase");
    }

    [Fact]
    public async Task A_site_that_is_not_listed_says_so_at_once_and_leads_to_our_own_page()
    {
        var night = await NightAsync("https://band.example");
        await using var host = await HostPage.ServeAsync(app.Address, night.Slug);
        var page = await browser.OpenAsync(host.Address, 360, 740);
        await page.GotoAsync("/");
        await page.Locator("ticketweb-button").ClickAsync();
        var frame = page.FrameLocator("ticketweb-button iframe");

        await Assertions.Expect(frame.GetByText("This site is not allowed to show these tickets.")).ToBeVisibleAsync(new() { Timeout = 5000 });
        await ShouldHearAsync(page, "error");
        await page.ShouldBeAccessibleAsync();
        await page.PictureAsync("widget-not-listed", wholePage: false);

        await frame.GetByRole(AriaRole.Link, new() { Name = "Buy on TicketWeb" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(app.Address, $"/e/{night.Slug}").ToString());
    }

    [Fact]
    public async Task Opened_by_itself_it_has_a_main_part_even_where_the_browser_does_not_say_how_it_is_shown()
    {
        var night = await NightAsync("*");
        var page = await browser.OpenAsync(app.Address, 360, 740);
        await page.RouteAsync("**/embed/*", async route => await route.FulfillAsync(new() { Response = await route.FetchAsync() }));

        await page.GotoAsync($"/embed/{night.Slug}");

        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToHaveCountAsync(1);
        await page.ShouldBeFineAsync("widget-alone");
    }

    /// <summary>The frame's script tells things a moment after the frame shows them.</summary>
    private static async Task ShouldHearAsync(IPage page, string names)
    {
        const string Heard = "heard.map(h => h.name).join(' ')";
        for (var look = 0; look < 50 && await page.EvaluateAsync<string>(Heard) != names; look++)
            await Task.Delay(100, Cancel);
        (await page.EvaluateAsync<string>(Heard)).ShouldBe(names);
    }

    private async Task<MadeEvent> NightAsync(string site)
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(app.Services)).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        (await app.Get<AllowEmbedding>().RunAsync(night.By.Access, [site], Cancel)).Refusal.ShouldBeNull();
        return night;
    }
}
