using Shouldly;
using TicketWeb.Features.Tickets.Domain;
using Xunit;

namespace TicketWeb.Tests.Features.Tickets;

public sealed class TicketNumberTests
{
    [Theory]
    [InlineData("K7F-2QX-9MB")]
    [InlineData("k7f2qx9mb")]
    [InlineData("  k7F 2qx–9Mb\t")]
    public void It_is_read_however_it_was_typed(string typed)
    {
        var number = TicketNumber.Parse(typed)!.Value;
        number.Value.ShouldBe("K7F2QX9MB");
        number.ToString().ShouldBe("K7F-2QX-9MB");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K7F-2QX-9M")]
    [InlineData("K7F-2QX-9MBB")]
    [InlineData("K7F-2QX-9M0")]
    [InlineData("K7F-2QX-9MO")]
    [InlineData("K7F-2QX-9M1")]
    [InlineData("K7F-2QX-9MI")]
    [InlineData("K7F-2QX-9ML")]
    [InlineData("K7F-2QX-9Mß")]
    public void Anything_else_is_no_number(string? typed) => TicketNumber.Parse(typed).ShouldBeNull();

    [Fact]
    public void A_new_one_reads_back_and_confuses_nobody()
    {
        var numbers = Enumerable.Range(0, 2_000).Select(_ => TicketNumber.New()).ToArray();

        numbers.Distinct().Count().ShouldBe(numbers.Length);
        numbers.ShouldAllBe(n => TicketNumber.Parse(n.ToString()) == n);
        numbers.SelectMany(n => n.Value).Intersect("01ILO").ShouldBeEmpty();
    }
}
