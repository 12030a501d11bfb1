using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Features.Organizations.UseCases;
using TicketWeb.Platform.Data;
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
        var (page, frame) = await OpenAsync(host);
        await frame.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" }).ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "I need more time" }).ClickAsync();
        await Assertions.Expect(frame.GetByRole(AriaRole.Button, new() { Name = "I need more time" })).ToHaveCountAsync(0);
        await frame.GetByLabel("E-mail").FillAsync("ada@buyers.example");
        await frame.GetByLabel("Name").FillAsync("Ada Buyer");
        await frame.GetByLabel("Card number").FillAsync(Cards.Declines);
        await frame.GetByRole(AriaRole.Button, new() { NameRegex = new("^Pay ") }).ClickAsync();
        await Assertions.Expect(frame.GetByText("Your bank declined this card.")).ToBeVisibleAsync();
        await ShouldHearAsync(page, "ready view_item add_to_cart begin_checkout add_payment_info");
        foreach (var name in (string[])["begin_checkout", "add_payment_info"])
            await ShouldTellAsync(page, name, """{"total":"27.00","currency":"GBP","items":[{"name":"Standing","price":"27.00","quantity":1}]}""");

        await page.ReloadAsync();
        await page.Locator("ticketweb-button").ClickAsync();
        await Assertions.Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Almost yours" })).ToBeVisibleAsync();
        await frame.GetByLabel("Card number").FillAsync(Cards.Succeeds);
        await frame.GetByRole(AriaRole.Button, new() { NameRegex = new("^Pay ") }).ClickAsync();
        await Assertions.Expect(frame.GetByText("You’re going.")).ToBeVisibleAsync();
        await ShouldHearAsync(page, "ready purchase");
        await ShouldTellAsync(page, "purchase", """{"total":"27.00","currency":"GBP","items":[{"name":"Standing","price":"27.00","quantity":1}]}""");

        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await ShouldHearAsync(page, "ready purchase close");
    }

    [Fact]
    public async Task A_host_page_hears_how_many_more_tickets_are_taken_and_not_what_is_put_back()
    {
        var night = await NightAsync("*");
        await using var host = await HostPage.ServeAsync(app.Address, night.Slug);
        var (page, frame) = await OpenAsync(host);
        // The script makes the buttons. What is typed before it runs counts as taken before.
        await Assertions.Expect(frame.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" })).ToBeVisibleAsync();
        await frame.GetByLabel("How many: Standing").FillAsync("3");
        await frame.GetByRole(AriaRole.Button, new() { Name = "One fewer: Standing" }).ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();

        await ShouldHearAsync(page, "ready view_item add_to_cart add_to_cart");
        await ShouldTellAsync(page, "view_item", """{"currency":"GBP","items":[{"name":"Standing","price":"27.00"}]}""");
        (await page.EvaluateAsync<string>("heard.filter(h => h.name == 'add_to_cart').map(h => `${h.currency} ${h.items.map(i => `${i.quantity} × ${i.price}`)}`).join(', ')"))
            .ShouldBe("GBP 3 × 27.00, GBP 1 × 27.00");
    }

    [Fact]
    public async Task Choosing_other_tickets_leads_back_to_the_tickets_and_not_to_the_order_that_is_kept()
    {
        var night = await NightAsync("*");
        await using var host = await HostPage.ServeAsync(app.Address, night.Slug);
        var (page, frame) = await OpenAsync(host);
        await frame.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" }).ClickAsync();
        await frame.GetByRole(AriaRole.Link, new() { Name = "Choose other tickets" }).ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Get 2 tickets" }).ClickAsync();

        await Assertions.Expect(frame.GetByText("2 × Standing")).ToBeVisibleAsync();
        await ShouldHearAsync(page, "ready view_item add_to_cart begin_checkout add_to_cart add_to_cart begin_checkout");
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("nobodys-event")]
    [InlineData("")]
    public async Task Where_no_event_can_be_found_the_frame_says_so_at_once(string which)
    {
        var draft = await AnEvent.By(await AnOrganization.InAsync(app.Services)).WithPool("Room", 10).With("Standing", 25m, "Room").DraftedAsync();
        await using var host = await HostPage.ServeAsync(app.Address, which == "draft" ? draft.Slug : which);
        var (page, frame) = await OpenAsync(host);

        await Assertions.Expect(frame.GetByText("This event cannot be found.")).ToBeVisibleAsync(new() { Timeout = 5000 });
        await ShouldHearAsync(page, "error");
        await ShouldTellAsync(page, "error", """{"reason":"not_found"}""");
        await page.ShouldBeAccessibleAsync();
        await page.PictureAsync("widget-not-found", wholePage: false);
    }

    [Theory]
    [InlineData("update events.events set state = 'Cancelled' where slug = {0}", "This event is cancelled.", "cancelled")]
    [InlineData("update events.events set starts_at = now() - interval '2 days', ends_at = now() - interval '1 day' where slug = {0}", "This event is over.", "over")]
    public async Task Where_nothing_can_be_bought_any_more_the_frame_says_why(string change, string words, string reason)
    {
        var night = await NightAsync("*");
        await using (var db = app.Get<Databases>().Service())
            await db.Database.ExecuteSqlRawAsync(change, [night.Slug], Cancel);
        await using var host = await HostPage.ServeAsync(app.Address, night.Slug);
        var (page, frame) = await OpenAsync(host);

        await Assertions.Expect(frame.GetByText(words)).ToBeVisibleAsync(new() { Timeout = 5000 });
        await ShouldHearAsync(page, "ready error");
        await ShouldTellAsync(page, "error", $$"""{"reason":"{{reason}}"}""");
    }

    [Fact]
    public async Task A_site_that_is_not_listed_says_so_at_once_and_leads_to_our_own_page()
    {
        var night = await NightAsync("https://band.example");
        await using var host = await HostPage.ServeAsync(app.Address, night.Slug);
        var (page, frame) = await OpenAsync(host);

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
        await page.ShouldBeFineEverywhereAsync("widget-alone");
    }

    /// <summary>The frame's script tells things a moment after the frame shows them.</summary>
    private static async Task ShouldHearAsync(IPage page, string names)
    {
        const string Heard = "heard.map(h => h.name).join(' ')";
        for (var look = 0; look < 50 && await page.EvaluateAsync<string>(Heard) != names; look++)
            await Task.Delay(100, Cancel);
        (await page.EvaluateAsync<string>(Heard)).ShouldBe(names);
    }

    /// <summary>What came with a message is at least this.</summary>
    private static async Task ShouldTellAsync(IPage page, string name, string json) => (await page.EvaluateAsync<bool>(
        """
        ([name, json]) => {
            const has = (all, part) => typeof part !== "object" ? all === part : Object.entries(part).every(([key, value]) => has(all?.[key], value));
            return has(heard.find(h => h.name === name), JSON.parse(json));
        }
        """,
        new[] { name, json })).ShouldBeTrue($"{name} in {await page.EvaluateAsync<string>("JSON.stringify(heard)")}");

    /// <summary>The host page with its sheet open, on a phone.</summary>
    private async Task<(IPage Page, IFrameLocator Frame)> OpenAsync(HostPage host)
    {
        var page = await browser.OpenAsync(host.Address, 360, 740);
        await page.GotoAsync("/");
        await page.Locator("ticketweb-button").ClickAsync();
        return (page, page.FrameLocator("ticketweb-button iframe"));
    }

    private async Task<MadeEvent> NightAsync(string site)
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(app.Services)).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        (await app.Get<AllowEmbedding>().RunAsync(night.By.Access, [site], Cancel)).Refusal.ShouldBeNull();
        return night;
    }
}
