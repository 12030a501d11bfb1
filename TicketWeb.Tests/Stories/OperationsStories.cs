using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Demo;
using TicketWeb.Platform.Data;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Stories;

/// <summary>An operator finds what got stuck, decides about it, and has the books checked.</summary>
public sealed class OperationsStories(DemoApp app, Browser browser) : IClassFixture<DemoApp>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_got_stuck_is_tried_again_or_set_aside_for_a_reason()
    {
        await StickAsync(facts: 30);
        var page = await browser.SignedInAsync(app, DemoSeed.Operator);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Stuck facts" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".stuck > li")).ToHaveCountAsync(25);
        await Assertions.Expect(page.Locator(".stuck > li").First).ToContainTextAsync("Order ");
        await page.ShouldBeAccessibleAsync();

        // By keyboard: the reason is asked for, then taken.
        await page.GetByRole(AriaRole.Button, new() { Name = "Set aside Order paid" }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Why is nothing more to be done?")).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("The reason is missing.")).ToBeVisibleAsync();
        await page.GetByLabel("Why is nothing more to be done?").FillAsync("Sent by hand.");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Stuck facts" })).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "1 set aside" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Set aside: Sent by hand.")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "More" }).ClickAsync();
        await Assertions.Expect(page.Locator(".stuck > li")).ToHaveCountAsync(4);
        await page.ReloadAsync();
        await page.ReadyAsync();
        await Assertions.Expect(page.Locator(".stuck > li")).ToHaveCountAsync(4);

        await page.GetByRole(AriaRole.Button, new() { Name = "Try again Order paid" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".stuck > li")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Try all 28 again" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing more" })).ToBeVisibleAsync();
        await page.GotoAsync("/manage/operations");
        await Assertions.Expect(page.GetByText("Nothing is stuck.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Facts waiting").Locator("..")).ToContainTextAsync("All done.");
        (await CountAsync("select count(*) from platform.outbox where told_at is null and set_aside_at is null")).ShouldBe(0, "they were told");
    }

    [Fact]
    public async Task The_books_are_checked_when_somebody_asks_and_what_differs_is_named()
    {
        var page = await browser.SignedInAsync(app, DemoSeed.Operator);
        await page.GetByRole(AriaRole.Link, new() { Name = "Checks" }).ClickAsync();
        await Assertions.Expect(page.Locator(".rows .tag").First).ToHaveTextAsync("No differences");

        await RunAsync("update inventory.pools set claimed = claimed + 1 where id = (select id from inventory.pools where claimed > 0 and claimed < capacity order by id limit 1)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run now" }).ClickAsync();
        await Assertions.Expect(page.Locator(".rows .tag").First).ToHaveTextAsync("1 difference");
        await Assertions.Expect(page.Locator(".said-list li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".said-list")).ToContainTextAsync("but its reservations hold");
        await page.ShouldBeAccessibleAsync();

        await page.Locator(".rows a").Nth(1).ClickAsync();
        await Assertions.Expect(page.Locator(".said-list")).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".said-list li")).ToHaveCountAsync(1);
        await RunAsync("update inventory.pools p set claimed = claimed - 1 where id = (select id from inventory.pools where claimed > 0 and claimed < capacity order by id limit 1)");
    }

    [Fact]
    public async Task A_member_who_is_no_operator_finds_no_such_page_within_the_dashboard_either()
    {
        var page = await browser.SignedInAsync(app, "demo@harbourhall.example");
        await page.EvaluateAsync("Blazor.navigateTo('/manage/operations')");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is no such page" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Facts waiting")).ToHaveCountAsync(0);
    }

    /// <summary>Facts of paid orders that nobody could be told of. Telling them again changes nothing: their mails were sent.</summary>
    private async Task StickAsync(int facts)
    {
        // The demo's own facts are still being told.
        while (await CountAsync("select count(*) from platform.outbox where fact = 'OrderPaid' and told_at is not null") < facts)
            await Task.Delay(200, Cancel);
        await RunAsync(
            $"""
            with paid as (select id from platform.outbox where fact = 'OrderPaid' and told_at is not null order by id limit {facts})
            update platform.outbox set told_at = null, given_up_at = now(), attempts = 12, last_error = 'The mail room did not answer within thirty seconds: it may be that the disk it writes to is full.'
            where id in (select id from paid)
            """);
    }

    private async Task RunAsync(string sql)
    {
        await using var command = app.Get<Databases>().ServiceSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var command = app.Get<Databases>().ServiceSource.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
