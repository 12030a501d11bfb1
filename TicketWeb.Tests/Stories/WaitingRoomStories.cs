using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Features.Organizations.UseCases;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Features.WaitingRoom.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Stories;

/// <summary>An on-sale from the other side: waiting, and going on when it is one's turn.</summary>
public sealed class WaitingRoomStories(DemoApp app, Browser browser) : IClassFixture<DemoApp>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly LocatorAssertionsToHaveTextOptions Patiently = new() { Timeout = 40_000 };

    [Fact]
    public async Task A_visitor_who_comes_early_is_drawn_and_goes_on_by_themselves()
    {
        var night = await NightAsync();
        var page = await browser.OpenAsync(app.Address);
        await PlanAsync(night, new RoomInput(RoomMode.Scheduled, DateTimeOffset.UtcNow.AddMinutes(2).LocalTime("Europe/London").DateTime, 60));

        await page.GotoAsync($"/e/{night.Slug}");
        await Assertions.Expect(page.GetByText("Everyone who has a place by then")).ToBeVisibleAsync();
        await page.ShouldBeFineEverywhereAsync("waiting-event");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take a place in line" }).ClickAsync();

        await Assertions.Expect(Heading(page)).ToHaveTextAsync(new Regex("^Sales open at "));
        await page.ShouldBeFineEverywhereAsync("waiting-gathered");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take a place" })).ToHaveCountAsync(0);

        (await app.Get<DirectRoom>().OpenAsync(night.By.Access, night.Id, Cancel)).Refusal.ShouldBeNull();

        await ShouldBeTheirTurnAsync(page.GetByRole(AriaRole.Status));
        await page.ShouldBeFineEverywhereAsync("waiting-turn");
    }

    [Fact]
    public async Task A_visitor_who_comes_late_stands_in_line_through_a_reload_and_buys_when_it_is_their_turn()
    {
        var night = await LineAsync();
        var page = await browser.OpenAsync(app.Address, 360);
        await page.GotoAsync($"/e/{night.Slug}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take a place in line" }).ClickAsync();

        var number = await NumberAsync(page.Locator("h1"));
        (await page.TitleAsync()).ShouldStartWith($"You are number {number}");
        await page.ShouldBeFineEverywhereAsync("waiting-line");
        await page.ReloadAsync();
        (await NumberAsync(page.Locator("h1"))).ShouldBeInRange(1, number, "the place is kept");
        await HurryAsync(night);

        await ShouldBeTheirTurnAsync(page.GetByRole(AriaRole.Status));
        (await page.TitleAsync()).ShouldStartWith("Your turn");
        await page.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" }).ClickAsync();
        await Assertions.Expect(Heading(page)).ToHaveTextAsync("Almost yours");
        (await page.Context.CookiesAsync()).ShouldNotContain(c => c.Name == "ticketweb-place", "one turn, one order");
    }

    [Theory]
    [InlineData("/e/")]
    [InlineData("/embed/")]
    public async Task A_code_that_was_typed_before_the_wait_is_there_when_it_is_their_turn(string root)
    {
        var night = await NightAsync();
        await ACode.For(night).With("EARLY").CreatedAsync();
        var page = await browser.OpenAsync(app.Address, 360);
        await page.GotoAsync($"{root}{night.Slug}");
        await page.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await page.GetByText("I have a code").ClickAsync();
        await page.GetByLabel("Code").FillAsync("early");
        await FillLineAsync(night);

        await page.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" }).ClickAsync();
        await NumberAsync(page.Locator("h1"));
        await HurryAsync(night);
        await ShouldBeTheirTurnAsync(page.GetByRole(AriaRole.Status));

        await Assertions.Expect(page.GetByLabel("Code")).ToHaveValueAsync("early");
        await page.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Pay ") })).ToHaveTextAsync("Pay £21.70");
    }

    [Fact]
    public async Task It_is_the_same_in_a_frame_on_another_site_without_a_cookie()
    {
        var night = await LineAsync();
        (await app.Get<AllowEmbedding>().RunAsync(night.By.Access, ["*"], Cancel)).Refusal.ShouldBeNull();
        await using var host = await HostPage.ServeAsync(app.Address, night.Slug);
        var page = await browser.OpenAsync(host.Address, 360, 740);
        await page.GotoAsync("/");
        await page.Locator("ticketweb-button").ClickAsync();
        var frame = page.FrameLocator("ticketweb-button iframe");
        await Assertions.Expect(frame.Locator("h1")).ToHaveTextAsync("There is a line for these tickets");
        await page.ShouldBeAccessibleAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Take a place" }).ClickAsync();

        var number = await NumberAsync(frame.Locator("h1"));
        await page.ShouldBeAccessibleAsync();
        await page.PictureAsync("waiting-frame", wholePage: false);
        await page.ReloadAsync();
        await page.Locator("ticketweb-button").ClickAsync();
        (await NumberAsync(frame.Locator("h1"))).ShouldBeInRange(1, number, "the place is kept");

        await HurryAsync(night);
        await ShouldBeTheirTurnAsync(frame.GetByRole(AriaRole.Status));
        await page.ShouldBeAccessibleAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" }).ClickAsync();
        await Assertions.Expect(frame.Locator("h1")).ToHaveTextAsync("Almost yours");
        (await page.Context.CookiesAsync()).ShouldBeEmpty("no cookie was needed");
    }

    [Fact]
    public async Task The_team_opens_it_pauses_it_and_lets_everyone_in()
    {
        var page = await browser.SignedInAsync(app, "demo@smallrooms.example", width: 390);
        await page.GetByRole(AriaRole.Link, new() { Name = "Small Rooms, Big Ideas" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("By ticket type")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Waiting room" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nobody has to wait for tickets.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Scheduled") }).CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Sales open" }).FillAsync("2020-01-01T10:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("This moment has passed.").First).ToBeVisibleAsync();
        await page.ShouldBeFineEverywhereAsync("room-refused");

        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Automatic") }).CheckAsync();
        await page.GetByLabel("Buyers a minute").FillAsync("30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It opens by itself when there is a rush.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Open now" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nobody is called until you go on.")).ToBeVisibleAsync();
        await app.Get<RoomBoard>().LookAsync("small-rooms-big-ideas", Cancel);
        await app.Get<TakePlace>().RunAsync("small-rooms-big-ideas", null, used: false, Cancel);
        await Assertions.Expect(Tile(page, "In line")).ToHaveTextAsync("1");

        await page.GetByRole(AriaRole.Button, new() { Name = "Let everyone in" }).ClickAsync();
        await page.ShouldBeFineEverywhereAsync("dialog");
        await page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Let everyone in" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nobody has to wait for tickets.")).ToBeVisibleAsync();
    }

    private async Task<MadeEvent> NightAsync() => await AnEvent.By(await AnOrganization.InAsync(app.Services))
        .WithPool("Room", 100).With("Standing", 25m, "Room").With("Balcony", 31.5m, "Room").PublishedAsync();

    /// <summary>A night with a line of about two minutes.</summary>
    private async Task<MadeEvent> LineAsync()
    {
        var night = await NightAsync();
        await FillLineAsync(night);
        return night;
    }

    private async Task FillLineAsync(MadeEvent night)
    {
        await PlanAsync(night, new RoomInput(RoomMode.Automatic, null, 30));
        (await app.Get<DirectRoom>().OpenAsync(night.By.Access, night.Id, Cancel)).Refusal.ShouldBeNull();
        // The board may have heard a moment ago, for the page, that there is no room.
        await app.Get<RoomBoard>().LookAsync(night.Slug, Cancel);
        await Task.WhenAll(Enumerable.Range(1, 60).Select(_ => app.Get<TakePlace>().RunAsync(night.Slug, null, used: false, Cancel)));
    }

    private async Task PlanAsync(MadeEvent night, RoomInput input) =>
        (await app.Get<SetUpRoom>().RunAsync(night.By.Access, night.Id, input, Cancel)).Refusal.ShouldBeNull();

    /// <summary>The team sees that the checkout can take more.</summary>
    private Task HurryAsync(MadeEvent night) => PlanAsync(night, new RoomInput(RoomMode.Automatic, null, 60_000));

    private static ILocator Heading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static ILocator Tile(IPage page, string label) => page.Locator(".tile").Filter(new() { HasText = label }).Locator(".n");

    private static Task ShouldBeTheirTurnAsync(ILocator status) =>
        Assertions.Expect(status.Filter(new() { HasText = "It is your turn." })).ToHaveTextAsync(new Regex("go on before"), Patiently);

    private static async Task<int> NumberAsync(ILocator heading)
    {
        await Assertions.Expect(heading).ToHaveTextAsync(new Regex(@"^You are number \d+$"));
        return int.Parse((await heading.InnerTextAsync()).Split(' ')[^1], null);
    }
}
