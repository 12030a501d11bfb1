using System.Globalization;
using System.Xml.Linq;
using Shouldly;
using TicketWeb.Components.Design.Art;
using TicketWeb.Features.Events;
using Xunit;

namespace TicketWeb.Tests.Components.Design;

public sealed class EventArtTests
{
    public static TheoryData<Category> Categories => [.. Enum.GetValues<Category>()];

    [Theory]
    [MemberData(nameof(Categories))]
    public void A_picture_is_the_same_every_time_and_valid_and_small(Category category)
    {
        var svg = EventArt.Draw("Night & <Swimmers>", category.ToString(), lettered: true);

        svg.ShouldBe(EventArt.Draw("Night & <Swimmers>", category.ToString(), lettered: true));
        XDocument.Parse(svg).Root!.Name.LocalName.ShouldBe("svg");
        svg.Length.ShouldBeLessThan(16_000);
        svg.ShouldNotContain("style=");
    }

    [Fact]
    public void Different_names_make_different_pictures()
    {
        var names = Enumerable.Range(1, 200).Select(n => $"Evening no. {n}").ToList();

        names.Select(name => EventArt.Draw(name, "music")).Distinct().Count().ShouldBe(names.Count);
    }

    [Fact]
    public void Every_kind_of_event_has_a_scene_of_its_own()
    {
        var general = EventArt.Draw("Something", "anything");

        foreach (var category in Enum.GetValues<Category>())
            EventArt.Draw("Something", category.ToString()).ShouldNotBe(general, category.ToString());
    }

    [Theory]
    [InlineData("First Light 10K", true)]
    [InlineData("Harbour half marathon", true)]
    [InlineData("Truncated trunk", false)]
    [InlineData("Cup final", false)]
    public void Only_a_race_is_drawn_with_runners(string name, bool runs)
    {
        // Five of them, of three strokes each.
        var strokes = XDocument.Parse(EventArt.Draw(name, "sport")).Descendants().Count(e => e.Attribute("stroke-linecap") is not null);

        (strokes == 15).ShouldBe(runs);
    }

    [Fact]
    public void A_server_with_comma_decimals_draws_the_same()
    {
        var before = EventArt.Draw("Quartet", "music");
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            EventArt.Draw("Quartet", "music").ShouldBe(before);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Donaudampfschifffahrtsgesellschaftskapitänsmützenparade")]
    [InlineData("A very long name that goes on and on until nobody remembers where it began, and then some more of it")]
    public void No_name_is_too_odd_to_be_set_large(string name) => XDocument.Parse(EventArt.Draw(name, "talk", lettered: true));
}
