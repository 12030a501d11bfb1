using Shouldly;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Kernel;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ada@example.org")]
    [InlineData(" ada.b+tickets@mail.example.co.uk ")]
    [InlineData("o'neil@example.org")]
    [InlineData("ünal@straße.example")]
    public void An_address_is_taken_without_the_space_around_it(string text)
    {
        EmailAddress.TryParse(text, out var address).ShouldBeTrue();
        address!.Value.ShouldBe(text.Trim());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("ada@example")]
    [InlineData("@example.org")]
    [InlineData("ada@.example.org")]
    [InlineData("ada@example..org")]
    [InlineData("ada@example.org.")]
    [InlineData("ada@@example.org")]
    [InlineData("ada@example.org\r\nBcc: all@example.org")]
    [InlineData("Ada <ada@example.org>")]
    [InlineData("ada b@example.org")]
    public void What_no_mail_can_be_sent_to_is_refused(string? text) => EmailAddress.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Two_addresses_that_differ_in_case_are_one()
    {
        EmailAddress.TryParse("Ada@Example.org", out var one).ShouldBeTrue();
        EmailAddress.TryParse("ada@example.ORG", out var other).ShouldBeTrue();

        one.ShouldBe(other);
        one.GetHashCode().ShouldBe(other.GetHashCode());
    }
}
