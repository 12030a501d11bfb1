using System.Text;
using Shouldly;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Payments.Stripe;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

namespace TicketWeb.Tests.Features.Payments.Stripe;

/// <summary>Every signature here is made by Stripe's own client.</summary>
public sealed class StripeSignatureTests(EmulatedStripe stripe) : IClassFixture<EmulatedStripe>
{
    private const string Body = """{"id":"evt_1","type":"payment_intent.succeeded","data":{"object":{"id":"pi_1","metadata":{"payment":"0191d9a6-6f2e-7c3e-9a39-3f6d4e6b7a10"}}}}""";

    private readonly TestClock _clock = new(new DateTimeOffset(2027, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Stripes_signature_is_good()
    {
        var news = Webhooks("whsec_1").Parse(Encoding.UTF8.GetBytes(Body), await SignAsync("whsec_1")).Value;

        news.EventId.ShouldBe("evt_1");
        news.PaymentId!.Value.Value.ShouldBe(Guid.Parse("0191d9a6-6f2e-7c3e-9a39-3f6d4e6b7a10"));
    }

    [Fact]
    public async Task While_a_secret_is_replaced_both_are_good()
    {
        var (old, other) = (await SignAsync("whsec_old"), await SignAsync("whsec_new"));
        var webhooks = Webhooks("whsec_new", "whsec_old");

        webhooks.Parse(Encoding.UTF8.GetBytes(Body), old).Refusal.ShouldBeNull();
        webhooks.Parse(Encoding.UTF8.GetBytes(Body), other).Refusal.ShouldBeNull();
        Webhooks("whsec_new").Parse(Encoding.UTF8.GetBytes(Body), $"{old},{other[other.IndexOf("v1=", StringComparison.Ordinal)..]}").Refusal.ShouldBeNull("Stripe signs with both for a while");
    }

    [Fact]
    public async Task Another_secret_another_body_and_another_scheme_are_worth_nothing()
    {
        var signature = await SignAsync("whsec_1");

        Webhooks("whsec_2").Parse(Encoding.UTF8.GetBytes(Body), signature).Refusal.ShouldBeOfType<BadWebhook>();
        Webhooks("whsec_1").Parse(Encoding.UTF8.GetBytes(Body + " "), signature).Refusal.ShouldBeOfType<BadWebhook>();
        Webhooks("whsec_1").Parse(Encoding.UTF8.GetBytes(Body), signature.Replace("v1=", "v0=", StringComparison.Ordinal)).Refusal.ShouldBeOfType<BadWebhook>();
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    [InlineData(-6, false)]
    public async Task A_signature_is_good_for_five_minutes(int minutes, bool good)
    {
        var signature = await SignAsync("whsec_1");
        _clock.Advance(TimeSpan.FromMinutes(minutes));

        (Webhooks("whsec_1").Parse(Encoding.UTF8.GetBytes(Body), signature).Refusal is null).ShouldBe(good);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("not json")]
    [InlineData("""{"id":"","type":"x","data":{"object":{}}}""")]
    [InlineData("""{"id":"evt_1","type":"x"}""")]
    public async Task A_signed_body_that_is_no_event_is_refused(string body)
    {
        var signature = await stripe.SignAsync(body, _clock.GetUtcNow(), "whsec_1");

        Webhooks("whsec_1").Parse(Encoding.UTF8.GetBytes(body), signature).Refusal.ShouldBeOfType<BadWebhook>();
    }

    private Task<string> SignAsync(string secret) => stripe.SignAsync(Body, _clock.GetUtcNow(), secret);

    private StripeWebhooks Webhooks(params string[] secrets) => new(new StripeOptions { WebhookSecrets = secrets }, _clock);
}
