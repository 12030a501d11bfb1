using Bunit;
using Shouldly;
using TicketWeb.Components.Scanner;
using Xunit;

namespace TicketWeb.Tests.Components.Scanner;

public sealed class DoorPageTests : BunitContext
{
    [Fact]
    public void Each_part_that_the_script_looks_for_is_there_once()
    {
        var parts = Render<DoorPage>().FindAll("[data-part]").Select(p => p.GetAttribute("data-part")!).ToList();

        parts.ShouldBeUnique();
        parts.ShouldContain("verdict");
    }

    [Fact]
    public void Nothing_in_it_is_stopped_by_the_content_security_policy()
    {
        var page = Render<DoorPage>();

        page.FindAll("[style], [onclick], [onsubmit], script, style").ShouldBeEmpty();
    }

    [Fact]
    public void The_verdict_is_announced_at_once_and_whole()
    {
        var verdict = Render<DoorPage>().Find("[data-part=verdict]");

        (verdict.GetAttribute("role"), verdict.GetAttribute("aria-live"), verdict.GetAttribute("aria-atomic")).ShouldBe(("alert", "assertive", "true"));
    }

    [Theory]
    [InlineData("admit")]
    [InlineData("already")]
    [InlineData("refuse")]
    [InlineData("unsure")]
    public void Each_tone_has_an_icon_of_its_own(string tone) => Render<DoorPage>().FindAll($"symbol#door-{tone}").Count.ShouldBe(1);
}
