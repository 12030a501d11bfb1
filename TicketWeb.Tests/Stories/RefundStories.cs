using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Stories;

/// <summary>Somebody cannot come, and the team sends their money back.</summary>
public sealed class RefundStories(TestApp app, Browser browser) : IClassFixture<TestApp>
{

    [Fact]
    public async Task One_of_two_tickets_goes_back_and_the_door_and_the_event_page_know()
    {
        var (night, email) = await TonightAsync("Salt & Smoke");
        var buyer = await browser.OpenAsync(app.Address, 390);
        var numbers = await BuyAsync(buyer, night, Cards.Succeeds);
        var onlooker = await browser.OpenAsync(app.Address, 1280);
        await onlooker.GotoAsync($"/e/{night.Slug}");
        await Assertions.Expect(onlooker.Locator("[data-left]").First).ToHaveTextAsync("Only 8 left");

        var team = await browser.SignedInAsync(app, email, $"/manage/{night.By.Profile.Slug}/orders");
        await team.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^....-....$") }).ClickAsync();
        await Assertions.Expect(team.GetByRole(AriaRole.Heading, new() { Name = "Refund", Exact = true })).ToBeVisibleAsync();

        await team.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex(Regex.Escape(numbers[0])) }).CheckAsync();
        await Assertions.Expect(team.GetByText("1 ticket will not let anybody in any more.")).ToBeVisibleAsync();
        await team.GetByRole(AriaRole.Button, new() { Name = "Refund £27.00" }).ClickAsync();
        await Assertions.Expect(team.GetByText("Say why the money goes back.").First).ToBeVisibleAsync();
        await team.GetByLabel("Reason").SelectOptionAsync("The buyer asked");
        await team.ShouldBeFineEverywhereAsync("order-refunding");
        await team.GetByRole(AriaRole.Button, new() { Name = "Refund £27.00" }).ClickAsync();
        await Assertions.Expect(Asked(team)).ToContainTextAsync("£27.00 goes back to the buyer.");
        await Asked(team).GetByRole(AriaRole.Button, new() { Name = "Refund £27.00" }).ClickAsync();
        await Assertions.Expect(team.GetByText("Sent back")).ToBeVisibleAsync();
        await Assertions.Expect(team.GetByText("Partly refunded")).ToBeVisibleAsync();
        await Assertions.Expect(team.GetByText("refunded before")).ToBeVisibleAsync();
        await team.ShouldBeFineEverywhereAsync("order-refunded");

        await Assertions.Expect(onlooker.Locator("[data-left]").First).ToHaveTextAsync("Only 9 left");
        await buyer.ReloadAsync();
        await Assertions.Expect(buyer.Locator(".ticket.dead")).ToHaveCountAsync(1);
        await Assertions.Expect(buyer.Locator(".ticket .qr svg")).ToHaveCountAsync(1);
        await buyer.ShouldBeAccessibleAsync();
        await ScanAsync(team, night, (numbers[0], "Refunded"), (numbers[1], "Admit"));
    }

    [Fact]
    public async Task A_refund_that_the_bank_refuses_is_shown_and_can_be_tried_again_or_given_back_by_hand()
    {
        var (night, email) = await TonightAsync("Marble Choir");
        await BuyAsync(await browser.OpenAsync(app.Address, 390), night, Cards.RefundFails);
        var team = await browser.SignedInAsync(app, email, $"/manage/{night.By.Profile.Slug}/orders");
        await team.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^....-....$") }).ClickAsync();
        await team.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^Tickets only") }).CheckAsync();
        foreach (var ticket in await team.GetByRole(AriaRole.Checkbox).AllAsync())
            await ticket.CheckAsync();
        await team.GetByLabel("Reason").SelectOptionAsync("Goodwill");
        await team.GetByRole(AriaRole.Button, new() { Name = "Refund £50.00" }).ClickAsync();
        await team.PictureAsync("order-asked", wholePage: false);
        await Asked(team).GetByRole(AriaRole.Button, new() { Name = "Refund £50.00" }).ClickAsync();

        await Assertions.Expect(team.GetByText("£50.00 could not be sent back.")).ToBeVisibleAsync();
        await Assertions.Expect(team.GetByText("The bank refused the refund.")).ToBeVisibleAsync();
        await team.ShouldBeFineEverywhereAsync("order-refund-failed");

        await team.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Try again") }).ClickAsync();
        await Assertions.Expect(team.GetByText("£50.00 was asked for again")).ToBeVisibleAsync();
        await Assertions.Expect(team.GetByText("£50.00 could not be sent back.")).ToBeVisibleAsync();

        await team.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Given back in another way") }).ClickAsync();
        await Asked(team).GetByRole(AriaRole.Button, new() { Name = "It was given back" }).ClickAsync();
        await Assertions.Expect(team.GetByText("given back by hand")).ToBeVisibleAsync();
        await Assertions.Expect(team.GetByText("£50.00 could not be sent back.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task One_fee_of_an_order_goes_back_and_the_others_stay()
    {
        var (night, email) = await TonightAsync("Long Summer");
        var fees = new FeesInput(false, [new OwnFeeInput("Venue levy", "1", null), new OwnFeeInput("Handling", "2.50", null, Per: FeeKind.Order)]);
        _ = (await app.Services.GetRequiredService<SetFees>().RunAsync(night.By.Access, night.Id, fees, TestContext.Current.CancellationToken)).Value;
        await AnOrder.For(night).With(2, "Standing").PaidAsync();
        var team = await browser.SignedInAsync(app, email, $"/manage/{night.By.Profile.Slug}/orders");
        await team.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^....-....$") }).ClickAsync();

        await team.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^Fees only") }).CheckAsync();
        await team.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^Handling") }).CheckAsync();
        await Assertions.Expect(team.GetByRole(AriaRole.Button, new() { Name = "Refund £2.50" })).ToBeVisibleAsync();
        await team.GetByLabel("Reason").SelectOptionAsync("Goodwill");
        await team.GetByRole(AriaRole.Button, new() { Name = "Refund £2.50" }).ClickAsync();
        await Asked(team).GetByRole(AriaRole.Button, new() { Name = "Refund £2.50" }).ClickAsync();

        await Assertions.Expect(team.GetByText("Sent back")).ToBeVisibleAsync();
        await Assertions.Expect(team.Locator("li").Filter(new() { HasText = "−£2.50" })).ToContainTextAsync("Goodwill · ");
        await Assertions.Expect(team.Locator("li").Filter(new() { HasText = "−£2.50" })).ToContainTextAsync("Handling");
        await team.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^Fees only") }).CheckAsync();
        await Assertions.Expect(team.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^Handling went back before") })).ToBeDisabledAsync();
    }

    [Fact]
    public async Task A_whole_event_goes_back_after_its_totals_were_shown()
    {
        var (night, email) = await TonightAsync("Glass Orchard");
        await AnOrder.For(night).With(2, "Standing").PaidAsync();
        await (await AnOrder.For(night).With(1, "Standing").StartedAsync()).PayAsync(Cards.RefundFails);
        var page = $"/manage/{night.By.Profile.Slug}/events/{night.Id.Value}";
        var team = await browser.SignedInAsync(app, email, $"{page}/refunds");
        await Assertions.Expect(team.GetByText("Nothing has gone back.")).ToBeVisibleAsync();
        await Assertions.Expect(team.GetByText("2 orders · 3 tickets")).ToBeVisibleAsync();
        await team.ShouldBeFineEverywhereAsync("event-refund");

        await team.GetByRole(AriaRole.Button, new() { Name = "Refund £81.00" }).ClickAsync();
        await Assertions.Expect(Asked(team)).ToContainTextAsync("£81.00 goes back to the buyers of 2 orders, and 3 tickets will not let anybody in any more.");
        await Asked(team).GetByRole(AriaRole.Button, new() { Name = "Refund £81.00" }).ClickAsync();
        await Assertions.Expect(team.GetByRole(AriaRole.Heading, new() { Name = "The event was refunded" })).ToBeVisibleAsync();
        await Assertions.Expect(team.GetByText("2 of 2 orders done")).ToBeVisibleAsync();
        await Assertions.Expect(team.GetByText("No order has a ticket left to refund.")).ToBeVisibleAsync();
        await Assertions.Expect(team.GetByText("could not be sent back.")).ToBeVisibleAsync();
        await team.ShouldBeFineEverywhereAsync("event-refunded");

        await team.GotoAsync(page);
        await Assertions.Expect(team.Locator(".tile").Filter(new() { HasText = "Refunded" }).Locator(".n")).ToHaveTextAsync("£81.00");
        await Assertions.Expect(team.Locator(".tile").Filter(new() { HasText = "You receive" }).Locator(".n")).ToHaveTextAsync("£0.00");
        await team.ShouldBeFineEverywhereAsync("event-overview-refunded");
    }

    [Fact]
    public async Task All_refunds_of_a_period_are_a_page_and_a_file()
    {
        var (night, email) = await TonightAsync("Tin Stars");
        var home = $"/manage/{night.By.Profile.Slug}";
        var order = await AnOrder.For(night).With(2, "Standing").PaidAsync();
        _ = (await app.Services.GetRequiredService<RefundOrder>().RunAsync(
            night.By.Access, order.Id, new RefundInput([1], RefundWhat.TicketsAndFees, RefundReason.Goodwill, null, Guid.NewGuid()), TestContext.Current.CancellationToken)).Value;
        var team = await browser.SignedInAsync(app, email, home);
        await team.GetByRole(AriaRole.Link, new() { Name = "Refunds", Exact = true }).ClickAsync();

        await Assertions.Expect(team.Locator(".tile").Filter(new() { HasText = "Refunded" }).Locator(".n")).ToHaveTextAsync("£27.00");
        await Assertions.Expect(team.GetByRole(AriaRole.Row, new() { Name = "Tin Stars 1 £27.00 £2.00" })).ToBeVisibleAsync();
        await team.GetByRole(AriaRole.Link, new() { Name = "This year" }).ClickAsync();
        await Assertions.Expect(team.GetByRole(AriaRole.Heading, new() { Name = "By month" })).ToBeVisibleAsync();
        await team.ShouldBeFineEverywhereAsync("refunds");
        var file = await team.APIRequest.GetAsync($"{app.Address.ToString().TrimEnd('/')}{await team.GetByRole(AriaRole.Link, new() { Name = "Export CSV" }).GetAttributeAsync("href")}");
        (await file.TextAsync()).ShouldContain(",Goodwill,Ada Quayle,1,0,GBP,27.00,2.00,0.00,no,no,");

        await team.GetByLabel("First day").FillAsync("2027-02-03");
        await team.GetByLabel("Last day").FillAsync("2027-02-01");
        await team.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(team.GetByText("The last day is before the first.").First).ToBeVisibleAsync();
        await Assertions.Expect(team.Locator(".tile").Filter(new() { HasText = "Refunded" }).Locator(".n")).ToHaveTextAsync("£27.00");
        (await team.APIRequest.GetAsync($"{app.Address}manage/{night.By.Profile.Slug}/refunds.csv?from=soon")).Status.ShouldBe(400);
        (await team.APIRequest.GetAsync($"{app.Address}manage/harbour-hall/refunds.csv")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Another_organizations_order_is_no_page()
    {
        var (night, _) = await TonightAsync("Paper Lanterns");
        var (other, email) = await TonightAsync("Slow Water");
        var order = await AnOrder.For(night).With(1, "Standing").PaidAsync();

        var page = await browser.SignedInAsync(app, email, $"/manage/{other.By.Profile.Slug}");

        (await page.GotoAsync($"/manage/{other.By.Profile.Slug}/orders/{order.Id.Value}"))!.Status.ShouldBe(404);
        (await page.GotoAsync($"/manage/{night.By.Profile.Slug}/orders/{order.Id.Value}"))!.Status.ShouldBe(404);
        await Assertions.Expect(page.GetByText("£27.00")).ToHaveCountAsync(0);
    }

    /// <summary>An event that starts in an hour, and the address of its owner.</summary>
    private async Task<(MadeEvent Night, string Email)> TonightAsync(string title)
    {
        var account = await AnAccount.InAsync(app.Services);
        var night = await AnEvent.By(await AnOrganization.InAsync(app.Services, $"Harbour {title}", account.Id)).Called(title)
            .Starting(DateTimeOffset.UtcNow.AddHours(1).LocalTime("Europe/London").DateTime).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        return (night, account.Email!);
    }

    /// <returns>The numbers of the two tickets.</returns>
    private static async Task<IReadOnlyList<string>> BuyAsync(IPage page, MadeEvent night, string card)
    {
        await page.GotoAsync($"/e/{night.Slug}");
        for (var i = 0; i < 2; i++)
            await page.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Get 2 tickets" }).ClickAsync();
        await page.GetByLabel("E-mail").FillAsync("sam.okafor@example.com");
        await page.GetByLabel("Name").FillAsync("Sam Okafor");
        await page.GetByLabel("Card number").FillAsync(card);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pay £54.00" }).ClickAsync();
        await Assertions.Expect(page.Locator(".ticket .number")).ToHaveCountAsync(2);
        return await page.Locator(".ticket .number").AllInnerTextsAsync();
    }

    private async Task ScanAsync(IPage team, MadeEvent night, params (string Number, string Verdict)[] scans)
    {
        await team.GotoAsync($"/manage/{night.By.Profile.Slug}/events/{night.Id.Value}/door");
        await team.ReadyAsync();
        await team.GetByRole(AriaRole.Button, new() { Name = "Show a code" }).ClickAsync();
        var pairing = await team.Locator(".pairing-code").InnerTextAsync();
        var phone = await browser.OpenAsync(app.Address, 360, 740);
        await phone.GotoAsync($"/door#pair={pairing}");
        await phone.GetByLabel("What to call this phone").FillAsync("Main entrance");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Start scanning" }).ClickAsync();
        foreach (var (number, verdict) in scans)
        {
            await phone.Locator("[data-part=open-typing]").ClickAsync();
            await phone.Locator("[data-part=typed]").FillAsync(number);
            await phone.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();
            await Assertions.Expect(phone.Locator("[data-part=verdict]")).ToContainTextAsync(verdict);
        }
    }

    private static ILocator Asked(IPage page) => page.Locator(".rz-dialog");
}
