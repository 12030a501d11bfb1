using System.Globalization;
using System.Text.Json;
using Shouldly;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

namespace TicketWeb.Tests.Features.Payments.Stripe;

/// <summary>The emulator against the one judge there is without Stripe: their own client, which has to find what it expects.</summary>
public sealed class EmulatorTests(EmulatedStripe stripe) : IClassFixture<EmulatedStripe>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stripes_own_client_finds_payments_refunds_and_accounts_as_at_Stripe()
    {
        using var client = Tools.Start("stripe-check.mjs", stripe.Address.Port.ToString(CultureInfo.InvariantCulture), EmulatedStripe.SecretKey);

        var said = JsonDocument.Parse((await client.StandardOutput.ReadLineAsync(Cancel))!).RootElement;

        Said("paid").ShouldBe("""{"status":"succeeded","received":5400,"secret":true,"payment":"a"}""");
        Said("charge").ShouldBe("""{"object":"charge","amount":5400,"ours":true}""");
        Said("token").ShouldBe("""["confirmation_token","succeeded","StripeInvalidRequestError"]""", "a token serves once");
        Said("declined").ShouldBe("""{"type":"StripeCardError","code":"card_declined","statusCode":402,"message":"Your card was declined."}""");
        Said("asked").ShouldBe("""["requires_action","use_stripe_sdk"]""");
        Said("late").ShouldBe("\"processing\"");
        Said("held").ShouldBe("""["requires_capture",5400,"succeeded"]""");
        Said("cancelled").ShouldBe("""["canceled","payment_intent_unexpected_state"]""");
        Said("once").ShouldBe("true");
        Said("otherWords").ShouldBe("\"StripeIdempotencyError\"");
        Said("refund").ShouldBe("""{"status":"succeeded","amount":1400,"of":true}""");
        Said("tooMuch").ShouldBe("400");
        Said("refunds").ShouldBe("""[[1400,"b"]]""");
        Said("ended").ShouldBe("""["pending","canceled",0,400]""");
        Said("legacy").ShouldBe("""["succeeded",900,true]""");
        Said("dinars").ShouldBe("""["succeeded","succeeded","StripeInvalidRequestError","StripeInvalidRequestError"]""");
        Said("account").ShouldBe("""["account",false,"account_link","https:","StripeInvalidRequestError"]""");
        Said("fee").ShouldBe("[400,0,200]", "half of the charge without its fee, the other half with it");
        Said("returned").ShouldBe("""["fee_refund",50,true,250,[[50,"d"]],"StripeInvalidRequestError"]""");
        Said("search").ShouldBe("[true]");
        Said("missing").ShouldContain("resource_missing");
        Said("stranger").ShouldBe("\"StripeAuthenticationError\"");

        string Said(string name) => said.GetProperty(name).GetRawText();
    }
}
