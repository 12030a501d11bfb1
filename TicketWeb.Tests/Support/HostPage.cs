using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TicketWeb.Tests.Support;

/// <summary>A promoter's own site on another origin, with our button on it and just the policy lines that our documentation asks for.</summary>
internal sealed class HostPage : IAsyncDisposable
{
    private readonly WebApplication _site;

    private HostPage(WebApplication site) => _site = site;

    /// <summary>By name, where the app is known by number: to a browser these are two sites.</summary>
    public Uri Address => new(_site.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    public static async Task<HostPage> ServeAsync(Uri app, string slug)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var site = builder.Build();
        var origin = app.GetLeftPart(UriPartial.Authority);
        site.MapGet("/", (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = $"default-src 'self'; script-src 'self' 'unsafe-inline' {origin}; frame-src {origin}; style-src 'self' 'unsafe-inline'";
            return Results.Content(
                $$"""
                <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The band</title></head>
                <body style="font:18px/1.5 Georgia,serif;margin:0;padding:24px;background:#fbf6ee;color:#2b1a0e">
                <main><h1>The band</h1><p>Two nights by the harbour, one long winter tour.</p>
                <ticketweb-button event="{{slug}}">Buy tickets</ticketweb-button></main>
                <script>window.heard = []; for (const name of ["ready", "view_item", "add_to_cart", "begin_checkout", "add_payment_info", "purchase", "expired", "error", "close"]) addEventListener("ticketweb:" + name, e => heard.push({ name, ...e.detail }));</script>
                <script async src="{{origin}}/embed/v1.js"></script></body></html>
                """, "text/html");
        });
        AxeScript.Map(site);
        await site.StartAsync();
        return new HostPage(site);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
