using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Shouldly;
using Xunit;

namespace TicketWeb.Tests.Platform.Security;

public sealed class ProxyTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("10.1.2.3", "198.51.100.9", "https")]
    [InlineData("203.0.113.7", "203.0.113.7", "http")]
    public async Task Only_a_trusted_proxy_says_who_the_visitor_is(string sender, string seen, string scheme)
    {
        await using var app = Guarded.App(
            a => a.MapGet("/who", (HttpContext http) => $"{http.Connection.RemoteIpAddress} {http.Request.Scheme}"),
            visitor: sender,
            settings: ("Security:TrustedProxies:0", "10.0.0.0/8"));
        await app.StartAsync(Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/who");
        request.Headers.Add("X-Forwarded-For", "198.51.100.9");
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var response = await app.GetTestClient().SendAsync(request, Cancel);

        (await response.Content.ReadAsStringAsync(Cancel)).ShouldBe($"{seen} {scheme}");
    }
}
