using Microsoft.Extensions.Options;
using Shouldly;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Payments.Stripe;
using Xunit;

namespace TicketWeb.Tests.Features.Payments.Stripe;

public sealed class StripeSettingsTests
{
    [Fact]
    public void Three_keys_are_all_it_takes() => Wrong().ShouldBeEmpty();

    [Fact]
    public void A_restricted_key_serves_as_well() => Wrong(secret: "rk_test_1").ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("sk_test_")]
    [InlineData("pk_test_1")]
    public void Another_secret_key_is_named(string key) => Wrong(secret: key).ShouldHaveSingleItem().ShouldContain("Payments:Stripe:SecretKey");

    [Theory]
    [InlineData("")]
    [InlineData("sk_test_1")]
    public void A_secret_where_everybody_reads_it_is_named(string key) => Wrong(publishable: key).ShouldHaveSingleItem().ShouldContain("Payments:Stripe:PublishableKey");

    [Fact]
    public void A_live_key_beside_one_for_tests_is_named() => Wrong(secret: "sk_live_1").ShouldHaveSingleItem().ShouldContain("do not belong together");

    [Theory]
    [InlineData]
    [InlineData("whsec_1", "secret")]
    public void Webhooks_need_their_secrets(params string[] secrets) => Wrong(webhooks: secrets).ShouldHaveSingleItem().ShouldContain("Payments:Stripe:WebhookSecrets:0");

    [Fact]
    public void A_file_that_is_not_there_is_named() => Wrong(file: "/no/such/file").ShouldHaveSingleItem().ShouldContain("/no/such/file");

    [Theory]
    [InlineData("https://stripe.example")]
    [InlineData("http://localhost:4242")]
    [InlineData("http://127.0.0.1:4242/")]
    [InlineData("http://[::1]:4242/")]
    public void It_may_be_tried_out_elsewhere(string address) => Wrong(address: address).ShouldBeEmpty();

    [Theory]
    [InlineData("api.stripe.com")]
    [InlineData("/v1")]
    [InlineData("http://stripe.example/")]
    [InlineData("ftp://localhost/")]
    [InlineData("localhost:4242")]
    public void An_address_to_which_no_key_should_go_is_named(string address) => Wrong(address: address).ShouldHaveSingleItem().ShouldContain("Payments:Stripe:Address");

    [Fact]
    public void Where_the_sandbox_is_at_work_nobody_asks_for_keys() => Wrong(PaymentProvider.Sandbox, secret: "").ShouldBeEmpty();

    private static IEnumerable<string> Wrong(
        PaymentProvider provider = PaymentProvider.Stripe, string secret = "sk_test_1", string publishable = "pk_test_1", string[]? webhooks = null, string? file = null, string address = "https://api.stripe.com/") =>
        new StripeOptionsRules(Options.Create(new PaymentsOptions { Provider = provider })).Validate(null, new StripeOptions
        {
            SecretKey = secret,
            PublishableKey = publishable,
            WebhookSecrets = webhooks ?? ["whsec_1"],
            ApplePayDomainFile = file,
            Address = new Uri(address, UriKind.RelativeOrAbsolute),
        }).Failures ?? [];
}
