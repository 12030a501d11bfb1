using Bunit;
using Shouldly;
using TicketWeb.Components.Dashboard.Events;
using Xunit;

namespace TicketWeb.Tests.Components.Dashboard;

public sealed class SalesChartTests : BunitContext
{
    private static readonly DateOnly Today = new(2027, 3, 10);

    [Fact]
    public void A_month_is_shown_with_the_days_on_which_nothing_was_sold()
    {
        var chart = Draw((Today.AddDays(-2), 5), (Today, 10));

        chart.FindAll("rect.bar").Count.ShouldBe(30);
        chart.FindAll("rect.bar")[29].GetAttribute("height").ShouldBe("138");
        chart.FindAll("rect.bar")[27].GetAttribute("height").ShouldBe("69");
        chart.FindAll("rect.bar")[28].GetAttribute("height").ShouldBe("0");
        chart.Find("svg").GetAttribute("aria-label")!.ShouldContain("15 tickets sold");
    }

    [Fact]
    public void Sales_of_long_ago_make_the_chart_longer()
    {
        Draw((Today.AddDays(-99), 1)).FindAll("rect.bar").Count.ShouldBe(100);
    }

    [Fact]
    public void The_table_says_the_same_the_latest_day_first()
    {
        var chart = Draw((Today.AddDays(-2), 5), (Today, 10));

        chart.Find("button").Click();

        chart.FindAll("svg").ShouldBeEmpty();
        chart.FindAll("tbody tr").Take(3).Select(r => r.TextContent.Trim()).ShouldBe(["Wed 10 Mar10", "Tue 9 Mar0", "Mon 8 Mar5"]);
    }

    [Fact]
    public void Nothing_sold_is_said_in_words()
    {
        Draw().Find("svg").GetAttribute("aria-label").ShouldBe("No tickets sold yet");
    }

    [Fact]
    public void What_was_sold_and_refunded_is_said_and_not_that_nothing_was_sold()
    {
        var chart = Draw(refunded: 12);

        chart.Find("svg").GetAttribute("aria-label").ShouldBe("12 tickets were sold, and all of them refunded.");
        chart.Markup.ShouldContain("<p class=\"small muted\">12 tickets were sold, and all of them refunded.</p>");
        chart.Markup.ShouldNotContain("Nothing sold yet");
        Draw(refunded: 3, (Today, 10)).Find("p").TextContent.ShouldBe("Without 3 tickets that were refunded.");
    }

    private IRenderedComponent<SalesChart> Draw(params (DateOnly, int)[] perDay) => Draw(0, perDay);

    private IRenderedComponent<SalesChart> Draw(int refunded, params (DateOnly, int)[] perDay) =>
        Render<SalesChart>(p => p.Add(c => c.PerDay, perDay).Add(c => c.Refunded, refunded).Add(c => c.Today, Today));
}
