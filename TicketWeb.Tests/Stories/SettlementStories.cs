using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Stories;

/// <summary>The promoter looks at what they are owed, puts something right and closes a period.</summary>
public sealed class SettlementStories(DemoApp app, Browser browser) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task A_period_is_looked_at_put_right_and_closed()
    {
        var promoter = await browser.SignedInAsync(app, "demo@harbourhall.example", "/manage/harbour-hall/settlements");
        await Assertions.Expect(promoter.GetByRole(AriaRole.Heading, new() { Name = "Who gets what" })).ToBeVisibleAsync();
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Enter it" }).ClickAsync();
        await Assertions.Expect(promoter.GetByText("The reason is missing.").First).ToBeVisibleAsync();
        await promoter.GetByLabel("Amount (GBP)").FillAsync("12.34");
        await promoter.GetByLabel("Reason").FillAsync("The deposit for the glasses");
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Enter it" }).ClickAsync();
        await Assertions.Expect(promoter.GetByText("Adjustment entered")).ToBeVisibleAsync();
        await Assertions.Expect(promoter.GetByText("Adjustment entered")).ToHaveCountAsync(0, new() { Timeout = 10_000 });
        await promoter.ShouldBeFineEverywhereAsync("settlements");

        await promoter.GetByRole(AriaRole.Link, new() { Name = "Adjustments", Exact = true }).ClickAsync();
        await Assertions.Expect(promoter.GetByText("“The deposit for the glasses” · Ada Quayle")).ToBeVisibleAsync();
        await promoter.GetByRole(AriaRole.Link, new() { Name = "All", Exact = true }).ClickAsync();
        await Assertions.Expect(promoter.GetByRole(AriaRole.Row).Nth(5)).ToBeVisibleAsync();
        await promoter.ShouldBeFineEverywhereAsync("settlement-entries");
        await promoter.SetViewportSizeAsync(360, 740);
        (await promoter.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('.amounts tbody tr')].map(row => row.offsetHeight))")).ShouldBeLessThan(130, "an entry is short on a phone");
        await promoter.SetViewportSizeAsync(1280, 740);
        (await promoter.ReloadAsync())!.Status.ShouldBe(200);

        await promoter.GotoAsync("/manage/harbour-hall/settlements");
        await promoter.ReadyAsync();
        await promoter.GetByLabel("Last day").FillAsync(DateTime.UtcNow.AddDays(2).ToString("yyyy-MM-dd", null));
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Close the period" }).ClickAsync();
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Close it" }).ClickAsync();
        await Assertions.Expect(promoter.GetByText("Choose a day that is over").First).ToBeVisibleAsync();
        await promoter.GetByLabel("Last day").FillAsync(DateTime.UtcNow.AddDays(-2).ToString("yyyy-MM-dd", null));
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Close the period" }).ClickAsync();
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Close it" }).ClickAsync();
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Statement 2" }).ClickAsync();
        await Assertions.Expect(promoter.GetByRole(AriaRole.Heading, new() { Name = "Statement 2" })).ToBeVisibleAsync();
        await promoter.ShouldBeFineEverywhereAsync("statement");
        var closed = await promoter.APIRequest.GetAsync($"{app.Address}manage/harbour-hall/settlements/entries.csv?statement={promoter.Url.Split('/')[^1]}");
        closed.Headers["content-disposition"].ShouldContain("harbour-hall-statement-2-");

        await promoter.GotoAsync("/manage/harbour-hall/invoices");
        await promoter.ShouldBeFineEverywhereAsync("invoices");
        var file = await promoter.APIRequest.GetAsync($"{app.Address}manage/harbour-hall/settlements/entries.csv");
        (await file.TextAsync()).ShouldContain("The deposit for the glasses,Ada Quayle");
        (await promoter.APIRequest.GetAsync($"{app.Address}manage/small-rooms/settlements/entries.csv")).Status.ShouldBe(404);
    }
}
