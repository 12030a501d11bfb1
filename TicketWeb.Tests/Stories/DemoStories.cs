using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Demo;
using TicketWeb.Features.Events;
using TicketWeb.Platform.Data;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Stories;

/// <summary>Every kind of page, full of what the demo has: nothing is cut off, and nothing stands in anyone's way.</summary>
public sealed class DemoStories(DemoApp app, Browser browser) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task The_public_pages_are_fine()
    {
        var page = await browser.OpenAsync(app.Address);
        foreach (var path in new[]
        {
            "/", "/search", "/search?q=nothing+like+it", "/e/night-swimmers", "/e/marble-choir", "/e/the-understudies", "/e/lanterns-by-the-river",
            "/e/small-rooms-big-ideas", "/o/harbour-hall", "/organizers", "/my-tickets", "/account/sign-up", "/account/sign-in", "/door", "/dev/mailbox",
        })
            await ShouldBeFineAsync(page, path);
    }

    [Theory]
    [InlineData("lanterns-by-the-river", DayOfWeek.Friday, DayOfWeek.Sunday)]
    [InlineData("tuesday-tapas", DayOfWeek.Tuesday, DayOfWeek.Tuesday)]
    public async Task What_is_for_certain_days_of_the_week_is_on_these(string slug, DayOfWeek from, DayOfWeek to)
    {
        var of = (await app.Get<IEvents>().FindPublicAsync(slug, TestContext.Current.CancellationToken))!;

        (of.LocalStart.DayOfWeek, of.LocalEnd.DayOfWeek).ShouldBe((from, to));
    }

    [Fact]
    public async Task The_dashboard_is_fine()
    {
        var page = await browser.SignedInAsync(app, "demo@harbourhall.example");
        await page.GetByRole(AriaRole.Link, new() { Name = "Night Swimmers" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("By ticket type")).ToBeVisibleAsync();
        var overview = new Uri(page.Url).AbsolutePath;
        foreach (var path in new[]
        {
            "/manage/harbour-hall", "/manage/harbour-hall/events", "/manage/harbour-hall/orders", "/manage/harbour-hall/takings", "/manage/harbour-hall/venues", "/manage/harbour-hall/embed",
            overview, $"{overview}/box-office", $"{overview}/tickets", $"{overview}/allocations", $"{overview}/codes", $"{overview}/door", $"{overview}/embed",
        })
        {
            await GoOnAsync(page, path);
            await page.ShouldBeFineEverywhereAsync(Named(path));
        }
    }

    [Fact]
    public async Task The_navigation_of_a_phone_shows_where_one_is()
    {
        var page = await browser.SignedInAsync(app, "demo@harbourhall.example", "/manage/harbour-hall/invoices", width: 360);
        var here = page.Locator(".side nav [aria-current]");
        await ShouldBeInViewAsync("Invoices");

        await page.Locator(".mark").First.ClickAsync();
        await Assertions.Expect(here).ToHaveTextAsync("Home");
        await ShouldBeInViewAsync("Home");

        await page.GetByRole(AriaRole.Link, new() { Name = "Night Swimmers" }).First.ClickAsync();
        await Assertions.Expect(here).ToHaveTextAsync("Overview");
        await page.EvaluateAsync("Blazor.navigateTo(location.pathname + '/details')");
        await ShouldBeInViewAsync("Details");
        (await page.EvaluateAsync<double>("scrollY")).ShouldBe(0, "the page itself stays where it is");

        async Task ShouldBeInViewAsync(string entry)
        {
            await Assertions.Expect(here).ToHaveTextAsync(entry);
            await Assertions.Expect(here).ToBeInViewportAsync(new() { Ratio = 1 });
        }
    }

    [Fact]
    public async Task The_operators_page_is_fine()
    {
        var page = await browser.SignedInAsync(app, DemoSeed.Operator);
        foreach (var path in new[] { "/manage/operations", "/manage/operations?show=mails", "/manage/operations?aside=true", "/manage/operations?show=checks" })
            await ShouldBeFineAsync(page, path);
    }

    [Fact]
    public async Task One_signs_in_and_the_dashboard_goes_from_page_to_page_without_a_reload()
    {
        var page = await browser.OpenAsync(app.Address, 1280);
        await page.GotoAsync("/account/sign-in?returnUrl=%2Fmanage");
        await page.GetByLabel("E-mail").FillAsync("demo@harbourhall.example");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(DemoSeed.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.ReadyAsync();
        await page.EvaluateAsync("window.here = true");
        await page.GetByRole(AriaRole.Link, new() { Name = "Night Swimmers" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("By ticket type")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Waiting room" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Waiting room", Level = 1 })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "All events" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Events", Level = 1 })).ToBeVisibleAsync();
        await page.Locator("summary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "New organization" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Create your organization", Level = 1 })).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Events", Level = 1 })).ToBeVisibleAsync();
        (await page.EvaluateAsync<bool>("window.here === true")).ShouldBeTrue();
    }

    [Fact]
    public async Task What_cannot_be_saved_stays_typed_and_a_page_that_fails_says_so()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var db = app.Get<Databases>().Service();
        var page = await browser.SignedInAsync(app, "demo@smallrooms.example");
        await page.GetByRole(AriaRole.Link, new() { Name = "Small Rooms, Big Ideas" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Details", Exact = true }).ClickAsync();
        var (title, save) = (page.GetByLabel("Title"), page.GetByRole(AriaRole.Button, new() { Name = "Save" }));
        await title.FillAsync("");
        var address = page.Url;
        await save.ClickAsync();
        await page.Locator("[data-error-summary] a").ClickAsync();
        await Assertions.Expect(title).ToBeFocusedAsync();
        page.Url.ShouldBe(address, "a reload must not lead elsewhere");
        await title.FillAsync("Small Rooms, Big Ideas");
        await page.GetByLabel("Age limit").FillAsync("16");

        await using (await db.Database.BeginTransactionAsync(cancel))
        {
            await db.Database.ExecuteSqlAsync($"select from events.events for update", cancel);
            await save.ClickAsync();
            await Assertions.Expect(page.GetByText("Somebody else is changing this right now")).ToBeVisibleAsync();
        }

        await Assertions.Expect(page.GetByLabel("Age limit")).ToHaveValueAsync("16");
        await save.ClickAsync();
        await Assertions.Expect(page.GetByText("Somebody else is changing this right now")).ToHaveCountAsync(0);
        (await app.Get<IEvents>().FindPublicAsync("small-rooms-big-ideas", cancel))!.AgeLimit.ShouldBe(16);

        await db.Database.ExecuteSqlAsync($"update events.venues set time_zone = 'Nowhere/' || time_zone", cancel);
        try
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "All events" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "That was our fault" })).ToBeVisibleAsync();
            await page.ShouldBeFineEverywhereAsync("dashboard-fault");
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"update events.venues set time_zone = replace(time_zone, 'Nowhere/', '')", cancel);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Load it again" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Events" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Pictures_for_the_readme_are_taken_where_somebody_asks()
    {
        Assert.SkipUnless(PageChecks.TakesPictures, "TICKETWEB_SCREENSHOTS names no folder for them.");
        var visitor = await browser.OpenAsync(app.Address, 1280);
        await visitor.GotoAsync("/");
        await visitor.PictureAsync("home");
        await visitor.GotoAsync("/e/night-swimmers");
        await visitor.PictureAsync("event");
        await visitor.GetByRole(AriaRole.Button, new() { Name = "One more: Balcony" }).ClickAsync();
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" }).ClickAsync();
        await visitor.GetByLabel("E-mail").FillAsync("sam.okafor@gmial.com");
        await visitor.GetByLabel("Name").FillAsync("Sam Okafor");
        await visitor.GetByLabel("Card number").FillAsync(Cards.Declines);
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Pay £33.89" }).ClickAsync();
        await Assertions.Expect(visitor.GetByText("Your bank declined this card.")).ToBeVisibleAsync();
        await visitor.PictureAsync("pay");

        var promoter = await browser.SignedInAsync(app, "demo@harbourhall.example");
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Night Swimmers" }).First.ClickAsync();
        await Assertions.Expect(promoter.GetByText("By ticket type")).ToBeVisibleAsync();
        await promoter.PictureAsync("dashboard");
    }

    private static async Task ShouldBeFineAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.ShouldBeFineEverywhereAsync(Named(path));
    }

    /// <summary>To another page of the dashboard, as a link there leads: without a reload.</summary>
    private static async Task GoOnAsync(IPage page, string path)
    {
        await page.EvaluateAsync("path => { document.querySelector('h1').dataset.left = true; Blazor.navigateTo(path); }", path);
        await Assertions.Expect(page.Locator("h1:not([data-left])")).ToBeVisibleAsync();
        await page.WaitForURLAsync(path);
    }

    private static string Named(string path) => path.Trim('/').Replace('/', '-');
}
