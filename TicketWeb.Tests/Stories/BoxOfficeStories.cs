using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Stories;

/// <summary>Somebody comes to the desk with cash, and whoever sells has a phone.</summary>
public sealed class BoxOfficeStories(TestApp app, Browser browser) : IClassFixture<TestApp>
{

    [Fact]
    public async Task Two_tickets_are_sold_for_cash_printed_and_admitted_and_the_drawer_is_closed()
    {
        var (night, email) = await TonightAsync("Salt & Smoke");
        var home = $"/manage/{night.By.Profile.Slug}";
        var desk = await browser.OpenAsync(app.Address, 360, 740);
        await desk.SignInAsync(app, email, $"{home}/events/{night.Id.Value}/box-office");
        await Assertions.Expect(desk.GetByText("10 left")).ToBeVisibleAsync();
        for (var i = 0; i < 2; i++)
            await desk.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await Assertions.Expect(desk.Locator(".sell-bar")).ToContainTextAsync("2 tickets £50.00");
        await AnOrder.For(night).With(1, "Standing").PaidAsync();
        await Assertions.Expect(desk.GetByText("9 left")).ToBeVisibleAsync();
        await desk.ShouldBeFineEverywhereAsync("desk-choosing");
        await desk.SetViewportSizeAsync(360, 740);

        await desk.GetByRole(AriaRole.Button, new() { Name = "Take payment" }).ClickAsync();
        await Assertions.Expect(desk.GetByRole(AriaRole.Heading, new() { Name = "Take £50.00" })).ToBeVisibleAsync();
        await desk.GetByLabel("Given").FillAsync("40");
        await desk.GetByRole(AriaRole.Button, new() { Name = "£50.00 received" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("That is £10.00 too little.").First).ToBeVisibleAsync();
        await desk.GetByLabel("Given").FillAsync("60");
        await Assertions.Expect(desk.GetByText("Change £10.00")).ToBeVisibleAsync();
        await desk.ShouldBeFineEverywhereAsync("desk-paying");
        await desk.SetViewportSizeAsync(360, 740);
        await desk.GetByRole(AriaRole.Button, new() { Name = "£50.00 received" }).ClickAsync();

        await Assertions.Expect(desk.GetByRole(AriaRole.Heading, new() { Name = "Sold: 2 tickets" })).ToBeVisibleAsync();
        await Assertions.Expect(desk.Locator(".change")).ToContainTextAsync("£10.00");
        await Assertions.Expect(desk.Locator(".ticket .qr svg")).ToHaveCountAsync(2);
        var pdf = await desk.APIRequest.GetAsync(new Uri(app.Address, await desk.GetByRole(AriaRole.Link, new() { Name = "Print (PDF)" }).GetAttributeAsync("href")).AbsoluteUri);
        pdf.Headers["content-type"].ShouldBe("application/pdf");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Admit now" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("2 are in")).ToBeVisibleAsync();
        await desk.ShouldBeFineEverywhereAsync("desk-sold");
        await desk.SetViewportSizeAsync(360, 740);

        await ADeskSale.Of(night).With(1, "Standing").SoldAsync(ADeskSale.Cash with { Tender = Tender.CardTerminal, Reference = "0117" });
        await desk.GotoAsync($"{home}/takings");
        await desk.ReadyAsync();
        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Close drawer") }).ClickAsync();
        await desk.GetByLabel("Cash", new() { Exact = true }).FillAsync("149");
        await desk.GetByLabel("Change at the start").FillAsync("100");
        await desk.GetByLabel("Slips of the card terminal").FillAsync("25");
        await Assertions.Expect(desk.GetByText("Difference −£1.00")).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Close the drawer" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Say why it differs.").First).ToBeVisibleAsync();
        await desk.GetByLabel("Note").FillAsync("A coin rolled away.");
        await desk.ShouldBeFineEverywhereAsync("takings");
        await desk.SetViewportSizeAsync(360, 740);
        await ADeskSale.Of(night).With(1, "Standing").SoldAsync(ADeskSale.Cash with { Tender = Tender.Cheque, Reference = "12" });
        await desk.GetByRole(AriaRole.Button, new() { Name = "Close the drawer" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Cheque should come to £25.00 now. Count again.")).ToBeVisibleAsync();
        await desk.GetByLabel("Cheques").FillAsync("25");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Close the drawer" }).ClickAsync();
        await Assertions.Expect(desk.GetByRole(AriaRole.Group, new() { Name = "Ada Quayle" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Cash" })).ToContainTextAsync("£1.00 missing");
        await Assertions.Expect(desk.GetByRole(AriaRole.Group, new() { Name = "Ada Quayle" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Card terminal" })).ToContainTextAsync("Right");
        await Assertions.Expect(desk.GetByText("“A coin rolled away.”")).ToBeVisibleAsync();
        await desk.ShouldBeFineEverywhereAsync("takings-closed");
        await desk.SetViewportSizeAsync(360, 740);
        var file = await desk.APIRequest.GetAsync($"{app.Address.ToString().TrimEnd('/')}{await desk.GetByRole(AriaRole.Link, new() { Name = "Export CSV" }).GetAttributeAsync("href")}");
        file.Headers["content-disposition"].ShouldContain($"{night.By.Profile.Slug}-takings-");
        (await file.TextAsync()).ShouldContain(",100.00,50.00,49.00,-1.00,A coin rolled away.\r\n");
        (await desk.APIRequest.GetAsync($"{app.Address}{home[1..]}/takings.csv?day=soon")).Status.ShouldBe(400);
        (await desk.APIRequest.GetAsync($"{app.Address}manage/harbour-hall/takings.csv")).Status.ShouldBe(404);
        await desk.EvaluateAsync("window.print = () => document.body.dataset.printed = 'yes'");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Print" }).ClickAsync();
        await Assertions.Expect(desk.Locator("body[data-printed]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_was_paid_in_cash_is_given_back_by_hand()
    {
        var (night, email) = await TonightAsync("Marble Choir");
        await ADeskSale.Of(night).With(2, "Standing").SoldAsync();
        await ADeskSale.Of(night).With(1, "Standing").Comp("Press").SoldAsync();
        var home = $"/manage/{night.By.Profile.Slug}";
        var team = await browser.OpenAsync(app.Address, 1280);
        await team.SignInAsync(app, email, $"{home}/orders");
        await Assertions.Expect(team.GetByText("box office, complimentary")).ToHaveCountAsync(1);
        await team.GetByRole(AriaRole.Row).Filter(new() { HasText = "£50.00" }).GetByRole(AriaRole.Link).ClickAsync();
        await team.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await team.GetByLabel("Reason").SelectOptionAsync("The buyer asked");
        await team.GetByRole(AriaRole.Button, new() { Name = "Refund £25.00" }).ClickAsync();
        await Assertions.Expect(team.Locator(".rz-dialog")).ToContainTextAsync("give it back by hand, and say so afterwards");
        await team.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Refund £25.00" }).ClickAsync();
        await Assertions.Expect(team.GetByText("£25.00 has to be given back by hand.")).ToBeVisibleAsync();
        await team.ShouldBeFineEverywhereAsync("order-to-hand-back");

        await team.GotoAsync($"{home}/events/{night.Id.Value}/refunds");
        await team.ReadyAsync();
        await Assertions.Expect(team.GetByText("of it was paid at the desk, in 1 order")).ToBeVisibleAsync();
        await team.ShouldBeFineEverywhereAsync("event-refunds-by-hand");
        await team.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Open order") }).ClickAsync();
        await team.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^I have given it back") }).ClickAsync();
        await Assertions.Expect(team.GetByText("Given back", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(team.GetByText("has to be given back by hand.")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_leaves_in_mid_sale_holds_no_seats(bool withinTheDashboard)
    {
        var (night, email) = await TonightAsync($"Left {withinTheDashboard}");
        var home = $"/manage/{night.By.Profile.Slug}";
        var desk = await browser.SignedInAsync(app, email, $"{home}/events/{night.Id.Value}/box-office");
        await desk.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Take payment" }).ClickAsync();
        await Assertions.Expect(desk.GetByRole(AriaRole.Heading, new() { Name = "Take £25.00" })).ToBeVisibleAsync();
        (await night.PoolAsync("Room")).Claimed.ShouldBe(1);

        if (withinTheDashboard)
            await desk.GetByRole(AriaRole.Link, new() { Name = "Overview" }).ClickAsync();
        else
            await desk.GotoAsync("/");

        for (var look = 0; look < 100 && (await night.PoolAsync("Room")).Claimed > 0; look++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        (await night.PoolAsync("Room")).Claimed.ShouldBe(0);
    }

    /// <summary>An event that starts in an hour, and the address of its owner.</summary>
    private async Task<(MadeEvent Night, string Email)> TonightAsync(string title)
    {
        var account = await AnAccount.InAsync(app.Services);
        var night = await AnEvent.By(await AnOrganization.InAsync(app.Services, $"Harbour {title}", account.Id)).Called(title)
            .Starting(DateTimeOffset.UtcNow.AddHours(1).LocalTime("Europe/London").DateTime).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        return (night, account.Email!);
    }
}
