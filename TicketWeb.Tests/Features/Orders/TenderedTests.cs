using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>What counts as paid at the desk, for tickets of £50 together.</summary>
public sealed class TenderedTests
{
    private static readonly Money Total = new(5000, Currency.Of("GBP"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("50")]
    [InlineData("£60.00")]
    public void Cash_is_enough_when_it_is_as_much_or_more(string? given) =>
        Read(Tender.Cash, null, given).Value.ShouldBe(new Tendered(Tender.Cash, null));

    [Theory]
    [InlineData("49.99", "That is £0.01 too little.")]
    [InlineData("-60", "That is £110.00 too little.")]
    [InlineData("a lot", "Enter an amount like 20 or 20.50.")]
    public void Cash_that_is_too_little_is_not_taken(string given, string sentence)
    {
        var error = Read(Tender.Cash, null, given).Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem();

        (error.Field, error.Sentence).ShouldBe(("given", sentence));
    }

    [Theory]
    [InlineData(Tender.CardTerminal)]
    [InlineData(Tender.Cheque)]
    [InlineData(Tender.Voucher)]
    public void All_but_cash_has_a_number(Tender tender)
    {
        Read(tender, " ", null).Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe("reference");
        Read(tender, " 0117 ", "1").Value.ShouldBe(new Tendered(tender, "0117"));
    }

    [Fact]
    public void Nobody_pays_with_nothing() =>
        Read(null, null, "60").Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe("tender");

    private static Outcome<Tendered> Read(Tender? tender, string? reference, string? given) => Tendered.Read(new DeskInput(null, null, tender, reference, given), Total);
}
