using Shouldly;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Kernel;

public sealed class TimeZonesTests
{
    private const string London = "Europe/London";

    [Theory]
    [InlineData("2027-01-15 20:00", London, "2027-01-15 20:00")]
    [InlineData("2027-07-15 20:00", London, "2027-07-15 19:00")]
    [InlineData("2027-07-15 20:00", "America/New_York", "2027-07-16 00:00")]
    public void A_wall_clock_is_an_instant(string wallClock, string zone, string utc) => At(wallClock, zone).ShouldBe(Utc(utc));

    [Fact]
    public void A_time_that_the_clocks_skip_is_taken_an_hour_later() =>
        At("2027-03-28 01:30", London).ShouldBe(Utc("2027-03-28 01:30"), "01:30 does not exist that night; 02:30 summer time does");

    [Fact]
    public void A_time_that_comes_twice_is_taken_the_first_time() =>
        At("2027-10-31 01:30", London).ShouldBe(Utc("2027-10-31 00:30"), "still summer time");

    [Fact]
    public void An_evening_keeps_its_hour_when_the_clocks_change_between_sale_and_show()
    {
        var start = At("2027-04-10 20:00", London);

        start.LocalTime(London).TimeOfDay.ShouldBe(TimeSpan.FromHours(20));
        start.ShouldBe(Utc("2027-04-10 19:00"));
    }

    [Theory]
    [InlineData(London, true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("GMT", false)]
    [InlineData("Europe/Atlantis", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_places_where_people_live_are_zones(string? id, bool known) => TimeZones.IsKnown(id).ShouldBe(known);

    private static DateTimeOffset At(string wallClock, string zone) => DateTime.Parse(wallClock, null).InstantAt(zone);

    private static DateTimeOffset Utc(string text) => new(DateTime.Parse(text, null), TimeSpan.Zero);
}
