using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Platform.Caching;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Caching;

public sealed class PublicPageTests : IClassFixture<TestApp>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestApp _app;

    public PublicPageTests(TestApp app)
    {
        _app = app;
        // Longer than these tests take: none of them fails because it waited.
        app.Get<IOptions<PublicPagesOptions>>().Value.Seconds = 300;
    }

    [Fact]
    public async Task A_public_page_is_served_again_from_memory_with_its_headers_and_without_cookies()
    {
        var night = await NightAsync();
        foreach (var path in new[] { "/", "/search?q=salt", $"/e/{night.Slug}", $"/o/{night.By.Profile.Slug}", "/organizers" })
        {
            using var first = await GetAsync(path);
            using var second = await GetAsync(path);

            first.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            second.Headers.Age.ShouldNotBeNull(path);
            foreach (var answer in new[] { first, second })
            {
                answer.Headers.Contains("Set-Cookie").ShouldBeFalse(path);
                answer.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("nonce", Case.Insensitive, path);
            }
        }
    }

    [Fact]
    public async Task Each_search_and_each_page_of_a_list_is_kept_by_itself()
    {
        (await TextAsync("/search?q=lanterns")).ShouldNotBe(await TextAsync("/search?q=smoke"));

        (await NextAgeAsync("/search?q=one")).ShouldNotBeNull();
        using var other = await GetAsync("/search?q=two");
        other.Headers.Age.ShouldBeNull();
    }

    [Fact]
    public async Task What_comes_after_a_question_mark_by_mail_campaigns_does_not_make_another_page()
    {
        var night = await NightAsync();
        (await GetAsync($"/e/{night.Slug}?utm_source=spring")).Dispose();

        using var second = await GetAsync($"/e/{night.Slug}?utm_source=autumn");

        second.Headers.Age.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/my-tickets")]
    [InlineData("/account/sign-in")]
    public async Task A_page_with_a_form_that_needs_its_cookie_is_made_for_each_visitor(string path)
    {
        (await NextAgeAsync(path)).ShouldBeNull();

        using var page = await GetAsync(path);
        page.Headers.Contains("Set-Cookie").ShouldBeTrue();
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_looked_for_again()
    {
        var night = await NightAsync(publish: false);
        (await GetAsync($"/e/{night.Slug}")).Dispose();
        _ = (await _app.Get<PublishEvent>().RunAsync(night.By.Access, night.Id, Cancel)).Value;

        using var answer = await GetAsync($"/e/{night.Slug}");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_page_is_kept_no_longer_than_what_it_shows_holds()
    {
        var http = new DefaultHttpContext { RequestServices = _app.Services };
        var context = new OutputCacheContext { HttpContext = http };
        var policy = ActivatorUtilities.CreateInstance<PublicPagePolicy>(_app.Services);
        await policy.CacheRequestAsync(context, Cancel);
        http.TurnsOverAfter(TimeSpan.FromSeconds(4));
        http.TurnsOverAfter(TimeSpan.FromSeconds(40));

        await policy.ServeResponseAsync(context, Cancel);

        context.ResponseExpirationTimeSpan.ShouldBe(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Who_is_known_gets_a_page_of_their_own()
    {
        (await GetAsync("/")).Dispose();

        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Authorization = new("Bearer", "somebody");
        using var client = _app.Client();
        using var answer = await client.SendAsync(request, Cancel);

        answer.Headers.Age.ShouldBeNull();
    }

    [Fact]
    public async Task A_checkout_is_never_kept()
    {
        var night = await NightAsync();
        using var client = _app.Client();
        var chosen = new Dictionary<string, string> { [$"count-{night.Types["Standing"].Value}"] = "1" };
        using var started = await client.PostAsync($"/e/{night.Slug}/checkout", new FormUrlEncodedContent(chosen), Cancel);
        using var again = await client.PostAsync($"/e/{night.Slug}/checkout", new FormUrlEncodedContent(chosen), Cancel);

        started.Headers.Location.ShouldNotBe(again.Headers.Location);
        using var pay = await client.GetAsync(started.Headers.Location, Cancel);
        pay.Headers.CacheControl!.NoStore.ShouldBeTrue();
        pay.Headers.Age.ShouldBeNull();
    }

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var client = _app.Client();
        return await client.GetAsync(path, Cancel);
    }

    /// <summary>How old the page is that the second of two visitors gets; null when it was made for them.</summary>
    private async Task<TimeSpan?> NextAgeAsync(string path)
    {
        (await GetAsync(path)).Dispose();
        using var second = await GetAsync(path);
        return second.Headers.Age;
    }

    private async Task<string> TextAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private async Task<MadeEvent> NightAsync(bool publish = true)
    {
        var night = AnEvent.By(await AnOrganization.InAsync(_app.Services)).WithPool("Room", 50).With("Standing", 25m, "Room");
        return await (publish ? night.PublishedAsync() : night.DraftedAsync());
    }
}
