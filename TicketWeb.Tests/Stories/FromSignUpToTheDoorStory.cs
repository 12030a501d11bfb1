using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Tickets;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Stories;

/// <summary>The main job, whole: a promoter signs up and publishes, a buyer pays on the promoter's own page, staff let them in.</summary>
public sealed class FromSignUpToTheDoorStory(TestApp app, Browser browser) : IClassFixture<TestApp>
{
    private const string Password = "three lanterns at sea";

    [Fact]
    public async Task A_ticket_goes_from_an_empty_database_through_the_door()
    {
        await using var host = await HostPage.ServeAsync(app.Address, "night-swimmers");
        var promoter = await browser.OpenAsync(app.Address, 1280, 900);
        await SignUpAsync(promoter);
        var dashboard = await PublishAnEventAsync(promoter, host.Address);
        var slug = await FindOnTheStorefrontAsync(promoter);

        var onlooker = await browser.OpenAsync(app.Address, 1280, 900);
        await onlooker.GotoAsync($"/e/{slug}");
        await Assertions.Expect(onlooker.Locator("[data-left]").First).ToHaveTextAsync("40 left");

        var purchase = await BuyOnTheHostsPageAsync(host);
        await Assertions.Expect(onlooker.Locator("[data-left]").First).ToHaveTextAsync("38 left", new() { Timeout = 2_000 });
        await Assertions.Expect(onlooker.Locator("[data-left]").Last).ToHaveTextAsync("38 left");

        var orderPage = await ReadTheMailAsync(onlooker, purchase);
        await OpenTheOrderAsync(onlooker, orderPage);
        await ScanAtTheDoorAsync(promoter, dashboard, orderPage);

        await promoter.GotoAsync(dashboard);
        await Assertions.Expect(Tile(promoter, "Sold")).ToHaveTextAsync("2");
        await Assertions.Expect(Tile(promoter, "Checked in")).ToHaveTextAsync("1");
    }

    private static async Task SignUpAsync(IPage page)
    {
        await page.GotoAsync("/account/sign-up?returnUrl=%2Fmanage");
        await page.GetByLabel("Your name").FillAsync("Ada Quayle");
        await page.GetByLabel("E-mail").FillAsync("ada@harbour.example");
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(AddressEndingIn("/account/check-your-mail"));

        await OpenMailAsync(page, "Confirm your e-mail");
        var link = await page.FrameLocator("iframe").GetByRole(AriaRole.Link, new() { Name = "Confirm my e-mail" }).GetAttributeAsync("href");
        await page.GotoAsync(link!);
        await page.GetByLabel("The password you chose").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm and sign in" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(AddressEndingIn("/manage(/new)?"));
    }

    /// <returns>The address of the event's page in the dashboard.</returns>
    private static async Task<string> PublishAnEventAsync(IPage page, Uri host)
    {
        await page.GotoAsync("/manage/new");
        await FillAsync(page, ("Name", "Harbour Hall"), ("Contact e-mail", "ada@harbour.example"));
        await page.GetByLabel("Time zone").SelectOptionAsync("Europe/London");
        await SaveAsync(page, "Create organization");
        await Assertions.Expect(page).ToHaveURLAsync(AddressEndingIn("/manage/harbour-hall"));

        await page.GotoAsync("/manage/harbour-hall/venues/new");
        await FillAsync(page, ("Name", "Harbour Hall"), ("Street and number", "8 Canon's Road"), ("Postal code", "BS1 5UH"), ("City", "Bristol"), ("Country", "GB"), ("Capacity", "40"));
        await page.GetByLabel("Time zone").SelectOptionAsync("Europe/London");
        await SaveAsync(page, "Save venue");
        await Assertions.Expect(page).ToHaveURLAsync(AddressEndingIn("/venues"));

        await page.GotoAsync("/manage/harbour-hall/events/new");
        var soon = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTime.UtcNow.AddHours(1), "Europe/London");
        await FillAsync(page, ("Title", "Night Swimmers"), ("Starts", Typed(soon)), ("Ends", Typed(soon.AddHours(3))), ("In one line", "Two sets, one with the string quartet."));
        await page.GetByLabel("Category").SelectOptionAsync("Music");
        await SaveAsync(page, "Save as draft");
        await Assertions.Expect(page).ToHaveURLAsync(AddressEndingIn("/tickets"));
        var tickets = page.Url;

        await page.GotoAsync($"{tickets}/pools/new");
        await SaveAsync(page, "Save pool");
        await Assertions.Expect(page).ToHaveURLAsync(AddressEndingIn(tickets));
        foreach (var (name, price) in new[] { ("Standing", "25"), ("Balcony", "31.50") })
        {
            await page.GotoAsync($"{tickets}/types/new");
            await FillAsync(page, ("Name", name), ("Your price (GBP)", price));
            var room = page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^Room") });
            await room.SetCheckedAsync(true);
            await SaveAsync(page, "Save ticket type");
            await Assertions.Expect(page).ToHaveURLAsync(AddressEndingIn(tickets));
        }

        await page.GotoAsync(tickets);
        await SaveAsync(page, "Publish event");
        await Assertions.Expect(page.GetByText("This event is public")).ToBeVisibleAsync();

        await page.GotoAsync("/manage/harbour-hall/embed");
        await page.ReadyAsync();
        await page.GetByLabel("Your sites").FillAsync(host.GetLeftPart(UriPartial.Authority));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save sites" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Saved")).ToBeVisibleAsync();
        return tickets[..^"/tickets".Length];
    }

    /// <returns>The event's slug.</returns>
    private static async Task<string> FindOnTheStorefrontAsync(IPage page)
    {
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Night Swimmers" }).First).ToBeVisibleAsync();
        await page.GotoAsync("/search?q=swimmers");
        await page.GetByRole(AriaRole.Link, new() { Name = "Night Swimmers" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("£27.00").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("£33.89").First).ToBeVisibleAsync();
        return new Uri(page.Url).Segments[^1];
    }

    /// <returns>The order's number, as the host page heard it.</returns>
    private async Task<string> BuyOnTheHostsPageAsync(HostPage host)
    {
        var page = await browser.OpenAsync(host.Address, 360, 740);
        await page.GotoAsync("/");
        await page.Locator("ticketweb-button").ClickAsync();
        var frame = page.FrameLocator("ticketweb-button iframe");
        await frame.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await page.PictureAsync("widget", wholePage: false);
        await frame.GetByRole(AriaRole.Button, new() { Name = "Get 2 tickets" }).ClickAsync();

        await frame.GetByLabel("E-mail").FillAsync("sam.okafor@example.com");
        await frame.GetByLabel("Name").FillAsync("Sam Okafor");
        await frame.GetByLabel("Card number").FillAsync(Cards.Declines);
        await frame.GetByRole(AriaRole.Button, new() { Name = "Pay £54.00" }).ClickAsync();
        await Assertions.Expect(frame.GetByText("Your bank declined this card.")).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();

        await frame.GetByLabel("Card number").FillAsync(Cards.AsksTheBuyer);
        await frame.GetByRole(AriaRole.Button, new() { Name = "Pay £54.00" }).ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Confirm payment" }).ClickAsync();
        await Assertions.Expect(frame.GetByText("You’re going.")).ToBeVisibleAsync();
        await Assertions.Expect(frame.Locator(".ticket")).ToHaveCountAsync(2);
        new Uri(page.Url).ShouldBe(host.Address, "the buyer never left the host's page");
        (await page.Context.CookiesAsync()).ShouldBeEmpty("no cookie was needed");

        // The frame's script tells it a moment after the frame shows it.
        for (var look = 0; look < 100 && !await page.EvaluateAsync<bool>("heard.some(h => h.name === 'purchase')"); look++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        var heard = await page.EvaluateAsync<JsonElement>("heard");
        var purchase = heard.EnumerateArray().Where(h => h.GetProperty("name").GetString() == "purchase").ShouldHaveSingleItem();
        (purchase.GetProperty("total").GetString(), purchase.GetProperty("currency").GetString()).ShouldBe(("54.00", "GBP"));
        return purchase.GetProperty("order").GetString()!;
    }

    /// <returns>The path of the order's secret link.</returns>
    private async Task<string> ReadTheMailAsync(IPage page, string number)
    {
        await OpenMailAsync(page, "Your tickets for Night Swimmers");
        foreach (var (name, type) in new[] { ($"tickets-{number}.pdf", "application/pdf"), ("event.ics", "text/calendar") })
        {
            var attachment = await page.GetByRole(AriaRole.Link, new() { Name = name }).GetAttributeAsync("href");
            (await page.APIRequest.GetAsync(attachment!)).Headers["content-type"].ShouldBe(type);
        }

        var letter = page.FrameLocator("iframe");
        await Assertions.Expect(letter.GetByRole(AriaRole.Img)).ToHaveCountAsync(2);
        var link = await letter.GetByRole(AriaRole.Link, new() { Name = "Show my tickets" }).GetAttributeAsync("href");
        link.ShouldStartWith(app.Address.ToString());
        await ShouldFitASmallPhoneAsync(page);
        return new Uri(link!).AbsolutePath;
    }

    /// <summary>The mail as its reader's phone shows it, and the page about it.</summary>
    private static async Task ShouldFitASmallPhoneAsync(IPage page)
    {
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(360, 740);
        await page.ShouldFitItsWidthAsync();
        await page.GotoAsync((await page.Locator("iframe").GetAttributeAsync("src"))!);
        await page.SetViewportSizeAsync(320, 640);
        await page.ShouldFitItsWidthAsync();
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    /// <summary>Mail comes a moment after what it tells of.</summary>
    private static async Task OpenMailAsync(IPage page, string subject)
    {
        var mail = page.GetByRole(AriaRole.Link, new() { Name = subject });
        for (var look = 0; look < 40; look++)
        {
            await page.GotoAsync("/dev/mailbox");
            if (await mail.CountAsync() > 0)
                break;
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        await mail.ClickAsync();
    }

    private static async Task OpenTheOrderAsync(IPage page, string orderPage)
    {
        await page.GotoAsync(orderPage);
        await Assertions.Expect(page.Locator(".ticket .qr svg")).ToHaveCountAsync(2);
        await page.PictureAsync("order");
    }

    private async Task ScanAtTheDoorAsync(IPage promoter, string dashboard, string orderPage)
    {
        await promoter.GotoAsync($"{dashboard}/door");
        await promoter.ReadyAsync();
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Show a code" }).ClickAsync();
        var pairing = await promoter.Locator(".pairing-code").InnerTextAsync();

        var code = await CodeOfAsync(orderPage);
        var otherNight = await AnEvent.By(await AnOrganization.InAsync(app.Services)).Called("Marble Choir").WithPool("Room", 10).With("Seat", 5m, "Room").PublishedAsync();
        var otherCode = (await (await AnOrder.For(otherNight).With(1, "Seat").PaidAsync()).TicketsAsync())[0].Code;
        var film = CodeVideo.Write(code, Forge(code), otherCode);
        try
        {
            await using var phone = Browser.WithCamera(film);
            var page = await phone.OpenAsync(app.Address, 360, 740);
            await page.GotoAsync($"/door#pair={pairing}");
            await page.GetByLabel("What to call this phone").FillAsync("Main entrance");
            await page.GetByRole(AriaRole.Button, new() { Name = "Start scanning" }).ClickAsync();

            var verdict = page.Locator("[data-part=verdict]");
            await Assertions.Expect(verdict).ToContainTextAsync("Admit", new() { Timeout = 20_000 });
            await page.PictureAsync("door-admit", wholePage: false);
            await page.ShouldBeAccessibleAsync();
            await Assertions.Expect(verdict).ToContainTextAsync("Forged", new() { Timeout = 20_000 });
            await Assertions.Expect(verdict).ToContainTextAsync("Wrong event", new() { Timeout = 20_000 });
            await Assertions.Expect(verdict).ToContainTextAsync("Already in", new() { Timeout = 20_000 });
            (await verdict.InnerTextAsync()).ShouldMatch(@"\bAt \d\d:\d\d");
        }
        finally
        {
            File.Delete(film);
        }
    }

    private async Task<string> CodeOfAsync(string orderPage)
    {
        var parts = orderPage.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var order = await app.Get<IOrders>().FindByLinkAsync(parts[1], parts[2], TestContext.Current.CancellationToken);
        return (await app.Get<ITickets>().OfOrderAsync(order!.Id, TestContext.Current.CancellationToken))[0].Code;
    }

    /// <summary>One letter of the signature changed, still Base45.</summary>
    private static string Forge(string code)
    {
        const int InTheSignature = 4 + (3 * 35);
        return code[..InTheSignature] + (code[InTheSignature] == 'A' ? 'B' : 'A') + code[(InTheSignature + 1)..];
    }

    /// <summary>An address by its end; where a page was left to is told by its address alone, before all of it has loaded.</summary>
    private static Regex AddressEndingIn(string address) => new(address + @"($|[?#])");

    private static async Task FillAsync(IPage page, params (string Label, string Value)[] fields)
    {
        await page.ReadyAsync();
        foreach (var (label, value) in fields)
            await page.GetByLabel(LabelOf(label)).FillAsync(value);
    }

    /// <summary>The whole label, whether or not it says that the field may stay empty.</summary>
    private static Regex LabelOf(string label) => new($@"^\s*{label.Replace("(", @"\(", StringComparison.Ordinal).Replace(")", @"\)", StringComparison.Ordinal)}\s*(\(optional\))?\s*$");

    private static async Task SaveAsync(IPage page, string button)
    {
        await page.ReadyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    private static ILocator Tile(IPage page, string label) =>
        page.Locator(".tile").Filter(new() { Has = page.GetByText(label, new() { Exact = true }) }).Locator(".n");

    private static string Typed(DateTime local) => local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
