using Shouldly;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Kernel;

public sealed class BasisPointsTests
{
    [Theory]
    [InlineData(600, 2500, 150)]
    [InlineData(250, 1000, 25)]
    [InlineData(250, 20, 1)]
    [InlineData(250, 19, 0)]
    [InlineData(250, -20, -1)]
    [InlineData(10_000, 1234, 1234)]
    [InlineData(0, 1234, 0)]
    public void A_share_is_rounded_half_away_from_zero(int share, long of, long expected) => new BasisPoints(share).Of(of).ShouldBe(expected);

    [Fact]
    public void A_share_of_too_much_is_an_error() => Should.Throw<OverflowException>(() => new BasisPoints(600).Of(long.MaxValue));

    [Theory]
    [InlineData(2500, 2000, 417)]
    [InlineData(1000, 1000, 91)]
    [InlineData(21, 10_000, 11)]
    [InlineData(-21, 10_000, -11)]
    [InlineData(0, 2000, 0)]
    public void A_share_of_the_rest_is_found_in_the_whole(long minor, int share, long part) => new BasisPoints(share).Within(minor).ShouldBe(part);
}
