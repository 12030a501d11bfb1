using Shouldly;
using TicketWeb.Components.Design;
using Xunit;

namespace TicketWeb.Tests.Components.Design;

public sealed class BrandTests
{
    [Theory]
    [InlineData("#5a35e8")]
    [InlineData("#ffee00")]
    [InlineData("#000000")]
    [InlineData("ffffff")]
    [InlineData("#777777")]
    [InlineData("#00ff7f")]
    public void Every_colour_becomes_legible_on_both_grounds(string colour)
    {
        var brand = Brand.From(colour).ShouldNotBeNull();

        Contrast(brand.OnLight, "#ffffff").ShouldBeGreaterThanOrEqualTo(4.5);
        Contrast(brand.OnDark, "#1d1a25").ShouldBeGreaterThanOrEqualTo(4.5);
    }

    [Fact]
    public void A_colour_that_is_legible_already_is_left_alone() => Brand.From("#5a35e8")!.OnLight.ShouldBe("#5a35e8");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("#123456;}body{display:none")]
    public void What_is_no_colour_keeps_the_house_colours(string? colour) => Brand.From(colour).ShouldBeNull();

    private static double Contrast(string a, string b)
    {
        double[] both = [Luminance(a), Luminance(b)];
        return (both.Max() + 0.05) / (both.Min() + 0.05);
    }

    private static double Luminance(string hex)
    {
        double[] parts = [.. Enumerable.Range(0, 3).Select(i => Convert.ToInt32(hex.Substring(1 + (2 * i), 2), 16) / 255d).Select(p => p <= 0.04045 ? p / 12.92 : Math.Pow((p + 0.055) / 1.055, 2.4))];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
