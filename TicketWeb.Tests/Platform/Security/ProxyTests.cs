using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using TicketWeb.Tests.Support;
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

    [Theory]
    [InlineData("10.1.2.3", 0)]
    [InlineData("203.0.113.7", 1)]
    public async Task A_proxy_that_is_not_trusted_is_told_of_once(string sender, int times)
    {
        var log = new Shouts(LogLevel.Warning);
        await using var app = Guarded.App(
            a => a.MapGet("/who", () => "me"),
            services => services.AddSingleton<ILoggerProvider>(log),
            visitor: sender,
            settings: [("Security:TrustedProxies:0", "10.0.0.0/8"), ("Security:Https", "true")]);
        await app.StartAsync(Cancel);
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/who");
            request.Headers.Add("X-Forwarded-Proto", "https");
            using var response = await app.GetTestClient().SendAsync(request, Cancel);
        }

        log.Heard.Count(said => said.Contains("Security:TrustedProxies", StringComparison.Ordinal)).ShouldBe(times);
    }
}
