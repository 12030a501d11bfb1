using Shouldly;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Kernel;

public sealed class MoneyTests
{
    private static readonly Currency Pounds = Currency.Of("GBP");

    [Theory]
    [InlineData("27.50", "GBP", 2750)]
    [InlineData("27", "GBP", 2700)]
    [InlineData(" £27.50 ", "GBP", 2750)]
    [InlineData("1,250.00", "GBP", 125_000)]
    [InlineData("0", "GBP", 0)]
    [InlineData("-3.20", "GBP", -320)]
    [InlineData("1500", "JPY", 1500)]
    [InlineData("1.234", "KWD", 1234)]
    public void What_a_person_types_is_read_to_the_last_minor_unit(string text, string currency, long minor) =>
        Money.Parse(text, Currency.Of(currency)).ShouldBe(new Money(minor, Currency.Of(currency)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("free")]
    [InlineData("27.505")]
    [InlineData("1e3")]
    [InlineData("2000000000")]
    [InlineData("27.50 EUR")]
    public void What_is_no_amount_of_the_currency_is_not_guessed_at(string? text) => Money.Parse(text, Pounds).ShouldBeNull();

    [Theory]
    [InlineData("1.230", "KWD", true)]
    [InlineData("1.234", "KWD", false)]
    [InlineData("1.23", "GBP", true)]
    public void What_somebody_pays_is_in_whole_steps(string text, string currency, bool fine) => (Money.ParseCharge(text, Currency.Of(currency)) is not null).ShouldBe(fine);

    [Fact]
    public void Yen_have_no_half() => Money.Parse("1500.50", Currency.Of("JPY")).ShouldBeNull();

    [Theory]
    [InlineData(2750, "GBP", "£27.50", "27.50")]
    [InlineData(123456789, "EUR", "€1,234,567.89", "1234567.89")]
    [InlineData(-5, "USD", "−$0.05", "-0.05")]
    [InlineData(1500, "JPY", "¥1,500", "1500")]
    [InlineData(1234, "KWD", "KWD 1.234", "1.234")]
    public void An_amount_is_written_for_people_and_for_programs(long minor, string currency, string people, string programs)
    {
        var money = new Money(minor, Currency.Of(currency));

        money.ToString().ShouldBe(people);
        money.ToPlainString().ShouldBe(programs);
    }

    [Fact]
    public void Two_currencies_do_not_add() =>
        Should.Throw<InvalidOperationException>(() => new Money(1, Pounds) + new Money(1, Currency.Of("EUR")));

    [Fact]
    public void A_sum_that_does_not_fit_is_an_error_and_not_a_debt()
    {
        Should.Throw<OverflowException>(() => new Money(long.MaxValue, Pounds) + new Money(1, Pounds));
        Should.Throw<OverflowException>(() => new Money(long.MaxValue, Pounds) * 2);
    }
}
