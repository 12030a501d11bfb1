using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Stories;

/// <summary>What the stories of the widget rest on: their browser takes no cookie from a frame on another site, sends it none, and keeps nothing for it.</summary>
public sealed class ThirdPartyCookieTests(Browser browser)
{
    [Fact]
    public async Task A_site_may_keep_a_cookie_by_itself_and_not_in_a_frame_on_another()
    {
        await using var site = await ServeAsync();
        var byNumber = new Uri(site.Urls.Single());
        var page = await browser.OpenAsync(byNumber);

        await page.GotoAsync("/cookie");
        (await page.EvaluateAsync<string>("document.cookie")).ShouldBe("kept=here");
        (await page.EvaluateAsync<string>("sessionStorage.kept = 'here'")).ShouldBe("here");

        await page.GotoAsync($"http://localhost:{byNumber.Port}/host");
        var frame = page.Frames[1];
        (await frame.EvaluateAsync<string>("document.cookie")).ShouldBeEmpty();
        (await frame.EvaluateAsync<string>("fetch('/sent').then(answer => answer.text())")).ShouldBeEmpty();
        (await Should.ThrowAsync<PlaywrightException>(() => frame.EvaluateAsync("sessionStorage.kept = 'here'"))).Message.ShouldContain("denied");
    }

    private static async Task<WebApplication> ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var site = builder.Build();
        site.MapGet("/cookie", (HttpContext http) =>
        {
            http.Response.Headers.SetCookie = "kept=here; SameSite=None; Secure";
            return Results.Content("<!doctype html><title>A cookie</title>", "text/html");
        });
        site.MapGet("/sent", (HttpContext http) => http.Request.Headers.Cookie.ToString());
        site.MapGet("/host", () => Results.Content($"<!doctype html><title>Host</title><iframe src='{site.Urls.Single()}/cookie'></iframe>", "text/html"));
        await site.StartAsync();
        return site;
    }
}
