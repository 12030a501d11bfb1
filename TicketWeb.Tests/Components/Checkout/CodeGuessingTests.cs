using System.Net;
using Shouldly;
using TicketWeb.Features.Pricing;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Components.Checkout;

/// <summary>Codes are not found out by trying: after three wrong ones, an address is told nothing for a while.</summary>
public sealed class CodeGuessingTests(CodeGuessingTests.App app) : IClassFixture<CodeGuessingTests.App>
{
    private const int Tries = 3;
    private const string TooMany = "Too many wrong codes were tried from your network.";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static int _visitors;

    [Theory]
    [InlineData("GET", "/e/{0}?code=")]
    [InlineData("GET", "/embed/{0}?code=")]
    [InlineData("POST", "/e/{0}/code")]
    [InlineData("POST", "/embed/{0}/code")]
    [InlineData("POST", "/e/{0}/checkout")]
    [InlineData("POST", "/embed/{0}/checkout")]
    public async Task However_a_code_is_tried_a_few_wrong_ones_are_answered_and_then_no_right_one_either(string method, string path)
    {
        var night = await NightAsync();
        using var client = Visitor();

        for (var i = 0; i < Tries; i++)
            (await TryAsync(client, method, path, night, $"WRONG{i}")).Html.ShouldContain($"There is no code WRONG{i} for this event.");

        foreach (var code in new[] { "WRONG", "CREW" })
        {
            var (status, html) = await TryAsync(client, method, path, night, code);
            status.ShouldBe(HttpStatusCode.TooManyRequests);
            html.ShouldContain(TooMany);
            html.ShouldContain("Standing", Case.Sensitive, "and what is for everybody is there as before");
            html.ShouldNotContain("Backstage");
        }

        (await TryAsync(client, "GET", "/e/{0}?code=", night, "CREW")).Status.ShouldBe(HttpStatusCode.TooManyRequests, "whichever way they come next");
        using var without = await client.GetAsync($"/e/{night.Slug}", Cancel);
        without.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var bought = await client.PostAsync($"/e/{night.Slug}/checkout", Form(night, ""), Cancel);
        bought.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Any_number_may_follow_a_link_with_a_right_code_from_one_address()
    {
        var night = await NightAsync();
        using var office = Visitor();

        foreach (var (method, path) in Enumerable.Repeat(("GET", "/e/{0}?code="), 4).Concat(Enumerable.Repeat(("POST", "/embed/{0}/code"), 4)))
        {
            var (status, html) = await TryAsync(office, method, path, night, "CREW");
            status.ShouldBe(HttpStatusCode.OK);
            html.ShouldContain("Backstage");
        }
    }

    private static async Task<(HttpStatusCode Status, string Html)> TryAsync(HttpClient client, string method, string path, MadeEvent night, string code)
    {
        var at = string.Format(System.Globalization.CultureInfo.InvariantCulture, path, night.Slug);
        using var answer = method == "GET" ? await client.GetAsync(at + code, Cancel) : await client.PostAsync(at, Form(night, code), Cancel);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)));
    }

    private static FormUrlEncodedContent Form(MadeEvent night, string code) => new([new($"count-{night.Types["Standing"].Value}", "1"), new("code", code)]);

    /// <summary>Somebody whom nobody has seen yet.</summary>
    private HttpClient Visitor()
    {
        var client = app.Client();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{Interlocked.Increment(ref _visitors)}");
        return client;
    }

    private async Task<MadeEvent> NightAsync()
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(app.Services)).WithPool("Room", 100)
            .With("Standing", 25m, "Room").With(new("Backstage", "", "60") { Hidden = true }, "Room").PublishedAsync();
        await ACode.For(night).But(c => c with { Code = "CREW", Kind = DiscountKind.Nothing, Types = [night.Types["Backstage"]] }).CreatedAsync();
        return night;
    }

    public sealed class App(TestPostgres postgres) : TestApp(postgres)
    {
        protected override IEnumerable<(string Name, string Value)> Settings =>
            [("RateLimits:WrongCodes:Permits", $"{Tries}"), ("Security:TrustedProxies:0", "127.0.0.1"), ("Security:TrustedProxies:1", "::1")];
    }
}
