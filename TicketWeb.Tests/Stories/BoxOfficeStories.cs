using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Kernel;
using TicketWeb.Platform.Security;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Stories;

/// <summary>Somebody comes to the desk with cash, and whoever sells has a phone.</summary>
public sealed class BoxOfficeStories(TestApp app, Browser browser) : IClassFixture<TestApp>
{
    private const string Password = "three lanterns at sea";

    [Fact]
    public async Task Two_tickets_are_sold_for_cash_printed_and_admitted_and_the_drawer_is_closed()
    {
        var (night, email) = await TonightAsync("Salt & Smoke");
        var home = $"/manage/{night.By.Profile.Slug}";
        var desk = await browser.OpenAsync(app.Address, 360, 740);
        await SignInAsync(desk, email, $"{home}/events/{night.Id.Value}/box-office");
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
        var pdf = await desk.APIRequest.GetAsync(app.Address + await desk.GetByRole(AriaRole.Link, new() { Name = "Print" }).GetAttributeAsync("href"));
        pdf.Headers["content-type"].ShouldBe("application/pdf");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Admit now" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("2 are in")).ToBeVisibleAsync();
        await desk.ShouldBeFineEverywhereAsync("desk-sold");
        await desk.SetViewportSizeAsync(360, 740);

        await desk.GotoAsync($"{home}/takings");
        await desk.WaitForSelectorAsync("[data-ready]", new() { State = WaitForSelectorState.Attached });
        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Close drawer") }).ClickAsync();
        await desk.GetByLabel("Counted").FillAsync("49");
        await Assertions.Expect(desk.GetByText("difference −£1.00")).ToBeVisibleAsync();
        await desk.ShouldBeFineEverywhereAsync("takings");
        await desk.GetByLabel("Note").FillAsync("A coin rolled away.");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Close the drawer" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("£1.00 missing")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync();
    }

    /// <summary>An event that starts in an hour, and the address of its owner.</summary>
    private async Task<(MadeEvent Night, string Email)> TonightAsync(string title)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var email = $"{Guid.NewGuid():N}@harbour.example";
        var account = new Account { Email = email, UserName = email, DisplayName = "Ada Quayle", EmailConfirmed = true };
        (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password)).Succeeded.ShouldBeTrue();
        var night = await AnEvent.By(await AnOrganization.InAsync(app.Services, $"Harbour {title}", account.Id)).Called(title)
            .Starting(DateTimeOffset.UtcNow.AddHours(1).LocalTime("Europe/London").DateTime).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        return (night, email);
    }

    private static async Task SignInAsync(IPage page, string email, string to)
    {
        await page.GotoAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(to)}");
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForSelectorAsync("[data-ready]", new() { State = WaitForSelectorState.Attached });
    }
}
