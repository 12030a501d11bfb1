using Shouldly;
using TicketWeb.Components.Storefront;
using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Components.Storefront;

public sealed class FeeWordsTests
{
    private static readonly PlatformFee Ticket = new() { Per = FeeKind.Ticket, Flat = 50, BasisPoints = 600 };

    [Fact]
    public void Each_fee_is_said_with_what_it_is_on()
    {
        Said(Ticket).ShouldBe("6% of the ticket’s price and £0.50");
        Said(Ticket, new PlatformFee { Per = FeeKind.AddOn, BasisPoints = 650 }, new PlatformFee { Per = FeeKind.Order, Flat = 100 })
            .ShouldBe("6% of the ticket’s price and £0.50, and 6.5% of an add-on’s price, and £1.00 an order");
    }

    [Fact]
    public void A_range_of_prices_is_said_beside_it() => Said(
            new PlatformFee { Per = FeeKind.Ticket, Flat = 30, To = 29_99 }, new PlatformFee { Per = FeeKind.Ticket, BasisPoints = 500, From = 30_00, To = 99_99 }, new PlatformFee { Per = FeeKind.Ticket, BasisPoints = 400, From = 100_00 })
        .ShouldBe("£0.30 a ticket (up to £29.99), and 5% of the ticket’s price (£30.00 to £99.99), and 4% of the ticket’s price (from £100.00)");

    [Fact]
    public void Where_nothing_is_charged_it_says_so() =>
        FeeWords.Of([new PlatformFee { Per = FeeKind.Order }], Currency.Of("GBP")).ShouldBe("There is no fee: your visitors pay what you ask for.");

    private static string Said(params PlatformFee[] fees)
    {
        var sentence = FeeWords.Of(fees, Currency.Of("GBP"));
        sentence.ShouldStartWith("Our fee is ");
        return sentence["Our fee is ".Length..sentence.IndexOf(", paid by your visitor", StringComparison.Ordinal)];
    }
}
