using Shouldly;
using TicketWeb.Demo;
using TicketWeb.Features.Payments;
using Xunit;

namespace TicketWeb.Tests.Demo;

/// <summary>What somebody reads who has just started the demo.</summary>
public sealed class DemoSetupTests
{
    [Fact]
    public void The_card_of_the_sandbox_is_named_where_the_sandbox_takes_payments() =>
        DemoSetup.Directions("http://localhost:5080", PaymentProvider.Sandbox).ShouldContain(("Test card", "4242 4242 4242 4242"));

    [Fact]
    public void Where_Stripe_takes_payments_no_card_is_promised()
    {
        var told = DemoSetup.Directions("http://localhost:5080", PaymentProvider.Stripe).ToList();

        told.ShouldNotContain(d => d.Where.Contains("4242", StringComparison.Ordinal));
        told.ShouldContain(d => d.What == "Payments" && d.Where.Contains("Stripe", StringComparison.Ordinal));
    }
}
