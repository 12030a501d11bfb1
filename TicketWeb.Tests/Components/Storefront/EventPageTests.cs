using AngleSharp.Html.Parser;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Components.Storefront;

public sealed class EventPageTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Paper Lung", new[] { "Paper Lung", "Kelp", "DJ Oriel", "Choir", "Strings", "Brass" }, "with Kelp, DJ Oriel, Choir, Strings, Brass")]
    [InlineData("Low Tide", new[] { "Kelp", "DJ Oriel" }, "with Kelp, DJ Oriel")]
    [InlineData("Tuesday Tapas", new[] { "Inés Robledo" }, "with Inés Robledo")]
    [InlineData("Marble Choir", new[] { "marble choir" }, null)]
    public async Task Whoever_appears_is_named_unless_the_title_does(string title, string[] lineUp, string? words)
    {
        var page = await OpenAsync(title, "3 Kiln Lane", lineUp);

        page.QuerySelector("h1 + p")?.TextContent.ShouldBe(words);
        (page.QuerySelector("h1 + p") is null).ShouldBe(words is null);
    }

    [Theory]
    [InlineData("3 Kiln Lane", "3 Kiln Lane, Bristol · map")]
    [InlineData("", "Bristol · map")]
    public async Task A_venue_has_a_street_or_none(string street, string words)
    {
        var page = await OpenAsync("Salt & Smoke", street, []);

        page.QuerySelectorAll(".facts .muted").ShouldContain(p => p.TextContent == words);
    }

    private async Task<AngleSharp.Dom.IDocument> OpenAsync(string title, string street, string[] lineUp)
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(app.Services)).Called(title).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        var access = night.By.Access;
        var venue = (await app.Get<SaveVenue>().RunAsync(access, null, new VenueInput("The Shed", street, "Bristol", "", "GB", "Europe/London", 500), Cancel)).Value;
        var of = (await app.Get<IEvents>().FindAsync(night.Id, Cancel))!;
        var input = new EventInput(venue, title, of.Category, "", "", null, of.LocalStart.DateTime, of.LocalEnd.DateTime) { LineUp = lineUp };
        (await app.Get<ChangeEvent>().RunAsync(access, night.Id, input, Cancel)).Refusal.ShouldBeNull();
        using var client = app.Client();

        return new HtmlParser().ParseDocument(await client.GetStringAsync($"/e/{night.Slug}", Cancel));
    }
}
