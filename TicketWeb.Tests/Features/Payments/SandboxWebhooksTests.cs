using Shouldly;
using TicketWeb.Features.Payments.Sandbox;
using Xunit;

namespace TicketWeb.Tests.Features.Payments;

public sealed class SandboxWebhooksTests
{
    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080/webhooks/payments/sandbox")]
    [InlineData("http://127.0.0.1:41235", "http://127.0.0.1:41235/webhooks/payments/sandbox")]
    [InlineData("http://*:8080", "http://localhost:8080/webhooks/payments/sandbox")]
    [InlineData("http://+:8080", "http://localhost:8080/webhooks/payments/sandbox")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080/webhooks/payments/sandbox")]
    [InlineData("http://[::]:8080", "http://localhost:8080/webhooks/payments/sandbox")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/webhooks/payments/sandbox")]
    public void A_server_finds_itself_wherever_it_listens(string bound, string url) =>
        SandboxWebhooks.Target(bound).AbsoluteUri.ShouldBe(url);
}
