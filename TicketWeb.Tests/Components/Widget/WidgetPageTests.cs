using Shouldly;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Components.Widget;

/// <summary>The tickets as another site shows them, and what becomes of them without one.</summary>
public sealed class WidgetPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("document", true)]
    [InlineData("iframe", false)]
    public async Task Opened_by_itself_it_has_a_main_part_and_in_a_frame_it_leaves_that_to_its_host(string destination, bool main)
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(app.Services)).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        using var client = app.Client();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Dest", destination);

        var html = await client.GetStringAsync($"/embed/{night.Slug}", TestContext.Current.CancellationToken);

        html.Contains("<main", StringComparison.Ordinal).ShouldBe(main);
        html.Contains("class=\"framed\"", StringComparison.Ordinal).ShouldBe(!main);
    }
}
