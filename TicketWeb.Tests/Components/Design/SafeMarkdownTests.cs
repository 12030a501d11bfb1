using Shouldly;
using TicketWeb.Components.Design;
using Xunit;

namespace TicketWeb.Tests.Components.Design;

public sealed class SafeMarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](data:text/html,<script>alert(1)</script>)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("![x](https://elsewhere.example/pixel.gif)")]
    [InlineData("[![x](https://elsewhere.example/pixel.gif)](javascript:alert(1))")]
    public void Nothing_that_runs_or_reports_gets_through(string text)
    {
        var html = SafeMarkdown.ToHtml(text).Value;

        html.ShouldNotContain("<script", Case.Insensitive);
        html.ShouldNotContain("<img", Case.Insensitive);
        html.ShouldNotContain("href=\"javascript", Case.Insensitive);
        html.ShouldNotContain("href=\"data", Case.Insensitive);
    }

    [Fact]
    public void What_people_write_comes_out_as_they_meant_it() =>
        SafeMarkdown.ToHtml("# Getting in\n\nStep-free, see [the plan](https://hall.example/plan).\n\n- one\n- *two*").Value
            .ShouldBe("<h3>Getting in</h3>\n<p>Step-free, see <a href=\"https://hall.example/plan\" rel=\"nofollow ugc noopener\">the plan</a>.</p>\n<ul>\n<li>one</li>\n<li><em>two</em></li>\n</ul>\n");

    [Fact]
    public void Nothing_written_is_nothing_shown() => SafeMarkdown.ToHtml(null).Value.ShouldBeEmpty();
}
