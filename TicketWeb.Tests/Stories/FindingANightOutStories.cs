using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Stories;

public sealed class FindingANightOutStories(TestApp app, Browser browser) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_visitor_finds_an_event_and_what_it_costs()
    {
        const string title = "Salt & Smoke";
        var night = await AnEvent.By(await AnOrganization.InAsync(app.Services)).Called(title).WithPool("Room", 100).With("Standing", 25m, "Room").PublishedAsync();
        var page = await browser.OpenAsync(app.Address);

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(title);
        (await page.InnerTextAsync("main")).ShouldContain("£27.00", customMessage: "25 and its fee of 2.00");

        await page.GetByRole(AriaRole.Button, new() { Name = "Get tickets" }).ClickAsync();
        var refusal = page.GetByText("Choose at least one ticket.");
        await Assertions.Expect(refusal).ToBeVisibleAsync();

        await AnOrder.For(night).With(1, "Standing").PaidAsync();
        await Assertions.Expect(page.Locator("[data-left]").First).ToHaveTextAsync("99 left");
        await Assertions.Expect(refusal).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await Assertions.Expect(refusal).ToHaveCountAsync(0);

        await page.GotoAsync($"/e/{night.Slug}");
        await page.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "All events" }).ClickAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "One fewer: Standing" })).ToBeEnabledAsync();
    }

    [Fact]
    public async Task What_is_not_there_says_so()
    {
        var page = await browser.OpenAsync(app.Address);

        var response = await page.GotoAsync("/e/no-such-night");

        response!.Status.ShouldBe(404);
        await page.ShouldBeAccessibleAsync();
    }
}
