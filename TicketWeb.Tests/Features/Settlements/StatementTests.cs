using Shouldly;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Settlements;
using TicketWeb.Features.Settlements.Domain;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Features.Settlements;

/// <summary>Where a period begins and ends is a matter of the clocks where the organization is.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData("Europe/London", "2027-03-27", "2027-03-28T00:00Z")] // the day before clocks go forward
    [InlineData("Europe/London", "2027-03-28", "2027-03-28T23:00Z")] // a day of 23 hours
    [InlineData("Europe/London", "2027-10-30", "2027-10-30T23:00Z")]
    [InlineData("Europe/London", "2027-10-31", "2027-11-01T00:00Z")] // a day of 25 hours
    [InlineData("America/New_York", "2027-03-14", "2027-03-15T04:00Z")]
    [InlineData("Asia/Tokyo", "2027-03-14", "2027-03-14T15:00Z")]
    [InlineData("Africa/Cairo", "2027-04-29", "2027-04-29T22:00Z")] // its midnight is skipped: the day after begins at one
    public void A_period_ends_at_midnight_where_the_organization_is(string zone, string lastDay, string endsAt)
    {
        var statement = Close(zone, DateOnly.Parse(lastDay, null), now: DateTimeOffset.Parse("2028-01-01T00:00Z", null)).Value;

        statement.EndsAt.ShouldBe(DateTimeOffset.Parse(endsAt, null));
    }

    [Theory]
    [InlineData("Asia/Tokyo", "2027-03-01T14:59Z", false)]
    [InlineData("Asia/Tokyo", "2027-03-01T15:00Z", true)]
    [InlineData("America/New_York", "2027-03-02T04:59Z", false)]
    [InlineData("America/New_York", "2027-03-02T05:00Z", true)]
    public void A_day_can_be_closed_once_it_is_over_there(string zone, string now, bool over)
    {
        var outcome = Close(zone, new DateOnly(2027, 3, 1), DateTimeOffset.Parse(now, null));

        (outcome.Refusal is null).ShouldBe(over);
        if (!over)
            outcome.Refusal.ShouldBeOfType<PeriodNotOver>();
    }

    [Fact]
    public void Periods_follow_each_other_without_a_gap_and_are_closed_once()
    {
        var now = new DateTimeOffset(2027, 6, 1, 12, 0, 0, TimeSpan.Zero);
        var march = Close("Europe/London", new DateOnly(2027, 3, 31), now).Value;

        var april = Close("Europe/London", new DateOnly(2027, 4, 30), now, march).Value;

        (april.Number, april.FirstDay).ShouldBe((2, new DateOnly(2027, 4, 1)));
        Close("Europe/London", new DateOnly(2027, 3, 31), now, march).Refusal.ShouldBeOfType<PeriodClosed>();
    }

    private static Outcome<Statement> Close(string zone, DateOnly lastDay, DateTimeOffset now, Statement? before = null)
    {
        var organization = new OrganizationProfile(Id.New<OrganizationId>(), "Lantern Hall", "lantern-hall", zone, Currency.Of("GBP"), "office@lantern.example", null, []);
        return Statement.Close(organization, before, new DateTimeOffset(2027, 1, 4, 12, 0, 0, TimeSpan.Zero), lastDay, Guid.NewGuid(), now);
    }
}
