using System.Globalization;
using Shouldly;
using TicketWeb.Components.Storefront;
using Xunit;

namespace TicketWeb.Tests.Components.Storefront;

public sealed class DatesTests
{
    [Theory]
    [InlineData("2027-03-10T12:00+00:00", "2027-03-12T17:00+00:00", "2027-03-15T04:00+00:00")] // Wednesday
    [InlineData("2027-03-12T20:00+00:00", "2027-03-12T20:00+00:00", "2027-03-15T04:00+00:00")] // Friday night
    [InlineData("2027-03-13T01:00+00:00", "2027-03-13T01:00+00:00", "2027-03-15T04:00+00:00")] // Saturday
    [InlineData("2027-03-14T12:00+00:00", "2027-03-14T12:00+00:00", "2027-03-15T04:00+00:00")] // Sunday
    [InlineData("2027-03-15T12:00+00:00", "2027-03-19T17:00+00:00", "2027-03-22T04:00+00:00")] // Monday
    public void The_weekend_is_the_one_that_is_or_comes_next(string now, string from, string until)
    {
        var weekend = Dates.At(At(now)).Single(d => d.Key == "weekend");

        weekend.From.ShouldBe(At(from));
        weekend.Until.ShouldBe(At(until));
    }

    [Fact]
    public void Today_lasts_until_the_night_is_over() =>
        Dates.At(At("2027-03-10T23:00+00:00")).Single(d => d.Key == "today").Until.ShouldBe(At("2027-03-11T04:00+00:00"));

    [Fact]
    public void This_month_ends_with_it_in_December_too() =>
        Dates.At(At("2027-12-31T12:00+00:00")).Single(d => d.Key == "month").Until.ShouldBe(At("2028-01-01T00:00+00:00"));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
