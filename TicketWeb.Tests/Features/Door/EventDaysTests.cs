using System.Globalization;
using Shouldly;
using TicketWeb.Features.Door.Domain;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Features.Door;

public sealed class EventDaysTests
{
    private const string Bristol = "Europe/London";

    private static readonly EventDays ClubNight = new(At("2027-03-12 22:00"), At("2027-03-13 06:00"), Bristol);
    private static readonly EventDays Festival = new(At("2027-07-02 12:00"), At("2027-07-04 23:00"), Bristol);

    [Theory]
    [InlineData("2027-03-12 21:40")]
    [InlineData("2027-03-13 00:30")]
    [InlineData("2027-03-13 05:59")]
    [InlineData("2027-03-13 11:00")]
    public void A_night_is_one_day_whatever_the_calendar_says(string at) => ClubNight.DayOf(Instant(at)).ShouldBe(new DateOnly(2027, 3, 12));

    [Theory]
    [InlineData("2027-07-02 10:00", 2)]
    [InlineData("2027-07-03 01:30", 2)]
    [InlineData("2027-07-03 05:59", 2)]
    [InlineData("2027-07-03 06:00", 3)]
    [InlineData("2027-07-04 22:00", 4)]
    [InlineData("2027-07-05 02:00", 4)]
    public void A_festival_has_a_day_for_each_of_its_mornings(string at, int day) => Festival.DayOf(Instant(at)).Day.ShouldBe(day);

    [Theory]
    [InlineData("2027-03-12 15:59", true, false)]
    [InlineData("2027-03-12 16:00", false, false)]
    [InlineData("2027-03-13 12:00", false, false)]
    [InlineData("2027-03-13 12:01", false, true)]
    public void The_door_knows_the_hours_around_the_event(string at, bool early, bool late) =>
        (ClubNight.IsTooEarly(Instant(at)), ClubNight.IsTooLate(Instant(at))).ShouldBe((early, late));

    [Fact]
    public void The_clock_that_counts_is_the_venues() =>
        new EventDays(At("2027-03-12 20:00"), At("2027-03-12 23:00"), "America/Los_Angeles").IsTooEarly(Instant("2027-03-12 20:00")).ShouldBeTrue();

    [Fact]
    public void The_night_the_clocks_change_is_one_day_too()
    {
        var night = new EventDays(At("2027-03-27 22:00"), At("2027-03-28 05:00"), Bristol);
        night.DayOf(Instant("2027-03-28 03:30")).ShouldBe(new DateOnly(2027, 3, 27));
    }

    private static DateTime At(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => At(text).InstantAt(Bristol);
}
