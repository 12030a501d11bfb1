using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Platform.Security;
using Xunit;

namespace TicketWeb.Tests.Platform.Security;

public sealed class SecurityHeadersTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly WebApplication _app = Guarded.App(app =>
    {
        app.UseOutputCache();
        app.MapGet("/plain", () => "plain");
        app.MapGet("/nonce", (CspNonce nonce) => nonce.Value).CacheOutput();
        app.MapGet("/cached", () => Guid.NewGuid().ToString()).CacheOutput();
        app.MapGet("/embed/show", (PagePolicy page) =>
        {
            page.AllowFraming(["https://host.example/page", "https://evil.example; script-src *", "not an origin"]);
            return "framed";
        });
        app.MapGet("/door", () => "door");
        app.MapGet("/manage/harbour", () => "desk");
        app.MapGet("/secret", [SecretLink] () => "secret");
        app.MapGet("/boom", string () => throw new InvalidOperationException("secret detail"));
        app.MapPost("/sign-in", () => "in").RequireRateLimiting(Limits.SignIn);
    }, services => services.AddOutputCache());

    public async ValueTask InitializeAsync() => await _app.StartAsync(Cancel);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_page_that_asks_for_no_nonce_gets_none_and_cannot_be_framed()
    {
        var policy = await PolicyAsync("/plain");

        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task A_page_that_names_its_scripts_runs_no_others_and_its_nonce_serves_once()
    {
        var (first, policy) = await AskAsync("/nonce");
        var (second, _) = await AskAsync("/nonce");

        policy.ShouldContain($"script-src 'nonce-{first}' 'strict-dynamic';");
        second.ShouldNotBe(first);
    }

    [Fact]
    public async Task Pages_without_a_nonce_can_be_cached() =>
        (await AskAsync("/cached")).Body.ShouldBe((await AskAsync("/cached")).Body);

    [Fact]
    public async Task The_widget_is_framed_by_the_origins_it_allows_and_nothing_typed_reaches_the_policy()
    {
        using var response = await Client.GetAsync("/embed/show", Cancel);
        var policy = Policy(response);

        policy.ShouldContain("frame-ancestors https://host.example");
        policy.ShouldNotContain("script-src *");
        response.Headers.Contains("X-Frame-Options").ShouldBeFalse();
    }

    [Fact]
    public async Task Only_the_door_may_use_the_camera_and_run_its_decoder()
    {
        using var door = await Client.GetAsync("/door", Cancel);
        using var plain = await Client.GetAsync("/plain", Cancel);

        Policy(door).ShouldContain("'wasm-unsafe-eval'");
        door.Headers.GetValues("Permissions-Policy").Single().ShouldContain("camera=(self)");
        plain.Headers.GetValues("Permissions-Policy").Single().ShouldContain("camera=()");
    }

    [Fact]
    public async Task Only_the_dashboard_may_place_things_with_style_attributes() =>
        (await PolicyAsync("/manage/harbour")).ShouldContain("style-src-attr 'unsafe-inline'");

    [Fact]
    public async Task Secret_addresses_are_told_to_nobody()
    {
        using var response = await Client.GetAsync("/secret", Cancel);

        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex"]);
    }

    [Theory]
    [InlineData("/boom", 500)]
    [InlineData("/nowhere", 404)]
    public async Task Programs_get_problem_details_and_nobody_a_stack_trace(string path, int status)
    {
        using var response = await Client.GetAsync(path, Cancel);
        var body = await response.Content.ReadAsStringAsync(Cancel);

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        body.ShouldContain("traceId");
        body.ShouldContain("\"detail\":");
        body.ShouldNotContain("secret detail");
        Policy(response).ShouldContain("default-src 'none'");
    }

    [Theory]
    [InlineData("/boom", "page 500")]
    [InlineData("/nowhere", "page 404")]
    [InlineData("/error", "page 404")]
    public async Task People_get_the_designed_page(string path, string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        using var response = await Client.SendAsync(request, Cancel);

        (await response.Content.ReadAsStringAsync(Cancel)).ShouldBe(page);
    }

    [Fact]
    public async Task Too_many_tries_are_told_when_to_come_back()
    {
        for (var i = 0; i < Guarded.SignInTries; i++)
            (await Client.PostAsync("/sign-in", null, Cancel)).EnsureSuccessStatusCode();

        using var refused = await Client.PostAsync("/sign-in", null, Cancel);

        ((int)refused.StatusCode).ShouldBe(429);
        var wait = refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
        wait.ShouldBeInRange(2, 60);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain($"Wait {wait} seconds and try again");
    }

    [Theory]
    [InlineData(1, "Wait a second and")]
    [InlineData(45, "Wait 45 seconds and")]
    [InlineData(180, "Wait 3 minutes and")]
    [InlineData(181, "Wait 4 minutes and")]
    [InlineData(null, "Wait a moment and")]
    public void Who_is_too_fast_reads_for_how_long_to_wait(int? seconds, string words) =>
        Failure.Of(429, seconds is { } known ? TimeSpan.FromSeconds(known) : null).Sentence.ShouldContain(words);

    private HttpClient Client => _app.GetTestClient();

    private async Task<string> PolicyAsync(string path) => (await AskAsync(path)).Policy;

    private async Task<(string Body, string Policy)> AskAsync(string path)
    {
        using var response = await Client.GetAsync(path, Cancel);
        return (await response.Content.ReadAsStringAsync(Cancel), Policy(response));
    }

    private static string Policy(HttpResponseMessage response) => response.Headers.GetValues("Content-Security-Policy").Single();
}
