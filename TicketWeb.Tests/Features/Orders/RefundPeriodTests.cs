using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>Which days somebody means. Today is 12 March 2027.</summary>
public sealed class RefundPeriodTests
{
    private static readonly DateOnly Today = new(2027, 3, 12);

    [Theory]
    [InlineData(null, null, "2027-03-01", "2027-03-12")]
    [InlineData("2027-02-03", null, "2027-02-03", "2027-03-12")]
    [InlineData(null, "2027-02-03", "2027-02-01", "2027-02-03")]
    [InlineData("2027-05-20", " ", "2027-05-20", "2027-05-31")]
    [InlineData("2027-02-03", "2027-02-03", "2027-02-03", "2027-02-03")]
    public void Days_that_are_left_out_are_those_of_the_month(string? from, string? to, string first, string last) =>
        RefundPeriod.Read(from, to, Today).Value.ShouldBe(new RefundPeriod(DateOnly.Parse(first, null), DateOnly.Parse(last, null)));

    [Theory]
    [InlineData("2027-02-30", null, "from", "Enter a day like 2027-03-01.")]
    [InlineData("2027-02-03", "soon", "to", "Enter a day like 2027-03-01.")]
    [InlineData("9999-12-31", null, "from", "Enter a day like 2027-03-01.")]
    [InlineData("2027-02-03", "2027-02-02", "to", "The last day is before the first.")]
    public void What_is_no_period_is_said_beside_its_field(string? from, string? to, string field, string sentence) =>
        RefundPeriod.Read(from, to, Today).Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().ShouldBe(new InputError(field, sentence));
}
