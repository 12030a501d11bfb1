using Shouldly;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Kernel;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Salt & Smoke", "salt-smoke")]
    [InlineData("  Günther’s  Überraschung! ", "gunthers-uberraschung")]
    [InlineData("Ärger im Café №5", "arger-im-cafe-5")]
    [InlineData("-- / --", "")]
    [InlineData("音楽", "")]
    public void A_title_becomes_a_readable_address(string title, string slug) => Slug.From(title).ShouldBe(slug);

    [Fact]
    public void A_slug_is_short_and_never_ends_in_a_hyphen()
    {
        var slug = Slug.From(string.Concat(Enumerable.Repeat("word ", 50)));

        slug.Length.ShouldBeLessThanOrEqualTo(60);
        slug.ShouldEndWith("word");
    }
}
