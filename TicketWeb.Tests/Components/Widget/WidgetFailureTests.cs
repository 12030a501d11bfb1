using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Features.Organizations.UseCases;
using TicketWeb.Platform.Data;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Components.Widget;

/// <summary>What the frame shows where we refuse or fail: a sentence and a way on, which any site may show. Nothing else of ours may be framed for that.</summary>
public sealed class WidgetFailureTests(WidgetFailureTests.App app, Browser browser) : IClassFixture<WidgetFailureTests.App>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/embed/{0}/code?theme=dark&sheet=1", "iframe", true)]
    [InlineData("/embed/{0}/code", "document", false)]
    [InlineData("/e/{0}/code", "iframe", false)]
    public async Task Who_is_too_fast_reads_so_in_the_frame_and_there_only(string path, string destination, bool framed)
    {
        var night = await NightAsync();
        await TireAsync(night);

        var (status, framable, html) = await AskAsync(HttpMethod.Post, string.Format(null, path, night.Slug), destination);

        (status, framable).ShouldBe((429, framed));
        html.ShouldContain("A little too fast");
        html.Contains($"""href="/embed/{night.Slug}?theme=dark&amp;sheet=1">Back to the tickets""", StringComparison.Ordinal).ShouldBe(framed);
        html.Contains("framed sheet", StringComparison.Ordinal).ShouldBe(framed);
    }

    [Theory]
    [InlineData("/embed/{0}?theme=dark&host=https%3A%2F%2Fband.example", "iframe", true)]
    [InlineData("/embed/{0}", "document", false)]
    [InlineData("/e/{0}", "iframe", false)]
    public async Task A_fault_of_ours_reads_so_in_the_frame_and_there_only(string path, string destination, bool framed)
    {
        var night = await NightAsync();
        await using (var db = app.Get<Databases>().Service())
            await db.Database.ExecuteSqlAsync($"update events.venues set time_zone = 'Nowhere/At all' where id in (select venue_id from events.events where slug = {night.Slug})", Cancel);

        var (status, framable, html) = await AskAsync(HttpMethod.Get, string.Format(null, path, night.Slug), destination);

        (status, framable).ShouldBe((500, framed));
        html.ShouldContain("That was our fault");
        html.ShouldNotContain("Nowhere");
        html.Contains($"""href="/embed/{night.Slug}?theme=dark&amp;host=https%3A%2F%2Fband.example">Back to the tickets""", StringComparison.Ordinal).ShouldBe(framed);
    }

    [Fact]
    public async Task What_the_database_cannot_do_just_now_is_to_be_asked_for_again()
    {
        var night = await NightAsync();
        await using var db = app.Get<Databases>().Service();
        await using var held = await db.Database.BeginTransactionAsync(Cancel);
        await db.Database.ExecuteSqlAsync($"lock table events.events", Cancel);

        var (status, framable, html) = await AskAsync(HttpMethod.Get, $"/embed/{night.Slug}", "iframe");

        (status, framable).ShouldBe((503, true));
        html.ShouldContain("Back in a moment");
        html.ShouldContain("Back to the tickets");
    }

    [Theory]
    [InlineData("GET", "/embed/{0}/nothing", 404)]
    [InlineData("POST", "/embed", 405)]
    public async Task Whatever_else_goes_wrong_there_is_said_as_well(string method, string path, int expected)
    {
        var night = await NightAsync();

        var (status, framable, html) = await AskAsync(new HttpMethod(method), string.Format(null, path, night.Slug), "iframe");

        (status, framable).ShouldBe((expected, true));
        html.ShouldContain(path == "/embed" ? "Find an event" : "Back to the tickets");
    }

    [Fact]
    public async Task Who_is_too_fast_in_a_sheet_is_told_when_to_come_back_and_comes_back()
    {
        var night = await NightAsync();
        await using var host = await HostPage.ServeAsync(app.Address, night.Slug);
        var page = await browser.OpenAsync(host.Address, 360, 740);
        await page.GotoAsync("/");
        await page.Locator("ticketweb-button").ClickAsync();
        var frame = page.FrameLocator("ticketweb-button iframe");
        await frame.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await TireAsync(night);

        await frame.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" }).ClickAsync();

        await Assertions.Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "A little too fast" })).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
        await page.PictureAsync("widget-too-fast", wholePage: false);
        await page.WaitForFunctionAsync("heard.some(h => h.name === 'error' && h.reason === 'failed')");
        await Assertions.Expect(frame.GetByRole(AriaRole.Link, new() { Name = "Back to the tickets" })).ToBeVisibleAsync();
        // Somebody else's address stands in for a minute's wait.
        await page.SetExtraHTTPHeadersAsync([new("X-Forwarded-For", "203.0.113.9")]);
        await frame.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Almost yours" })).ToBeVisibleAsync();
        (await night.LeftAsync("Standing")).ShouldBe(9, "what was chosen was sent again");
    }

    [Theory]
    [InlineData("/e/{0}/checkout", "document", true)]
    [InlineData("/embed/{0}/checkout?sheet=1", "iframe", true)]
    [InlineData("/embed/{0}/code", "iframe", true)]
    [InlineData("/embed/{0}/pay", "iframe", false)]
    public async Task What_was_chosen_can_be_sent_again_but_no_card_stands_in_the_page(string path, string destination, bool offered)
    {
        var night = await NightAsync();
        await TireAsync(night);

        var (status, _, html) = await AskAsync(HttpMethod.Post, string.Format(null, path, night.Slug), destination, [new("count-1", "2"), new("code", "\"><b>4242")]);

        status.ShouldBe(429);
        html.ShouldNotContain("<b>");
        html.Contains("4242", StringComparison.Ordinal).ShouldBe(offered);
        html.Contains($"""action="{string.Format(null, path, night.Slug)}">""", StringComparison.Ordinal).ShouldBe(offered);
        html.Contains("""name="count-1" value="2" """, StringComparison.Ordinal).ShouldBe(offered);
    }

    [Fact]
    public async Task More_than_a_choice_is_not_handed_back()
    {
        var night = await NightAsync();
        await TireAsync(night);

        var (_, _, html) = await AskAsync(HttpMethod.Post, $"/e/{night.Slug}/checkout", "document", [new("code", new string('x', 9_000))]);

        html.ShouldContain("A little too fast");
        html.ShouldNotContain(">Try again<");
    }

    private async Task<MadeEvent> NightAsync()
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(app.Services)).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        (await app.Get<AllowEmbedding>().RunAsync(night.By.Access, ["*"], Cancel)).Refusal.ShouldBeNull();
        return night;
    }

    /// <summary>Takes all that one address may send for a while.</summary>
    private async Task TireAsync(MadeEvent night)
    {
        for (var i = 0; i <= App.Permits; i++)
            await AskAsync(HttpMethod.Post, $"/embed/{night.Slug}/code", "iframe");
    }

    private async Task<(int Status, bool Framable, string Html)> AskAsync(HttpMethod method, string path, string destination, KeyValuePair<string, string>[]? form = null)
    {
        using var client = app.Client();
        using var request = new HttpRequestMessage(method, path) { Content = method == HttpMethod.Post ? new FormUrlEncodedContent(form ?? []) : null };
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        request.Headers.Add("Sec-Fetch-Dest", destination);
        using var response = await client.SendAsync(request, Cancel);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var framable = policy.Contains("frame-ancestors *", StringComparison.Ordinal);
        (policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal), response.Headers.Contains("X-Frame-Options")).ShouldBe((!framable, !framable), "the two headers say the same");
        return ((int)response.StatusCode, framable, await response.Content.ReadAsStringAsync(Cancel));
    }

    public sealed class App(TestPostgres postgres) : TestApp(postgres)
    {
        public const int Permits = 1;

        protected override IEnumerable<(string Name, string Value)> Settings =>
        [
            ("RateLimits:Purchase:Permits", $"{Permits}"), ("Security:TrustedProxies:0", "127.0.0.1"), ("Security:TrustedProxies:1", "::1"),
        ];
    }
}
