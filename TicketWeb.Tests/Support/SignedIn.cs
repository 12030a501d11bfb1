using System.Net;
using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Tests.Components.Account;

namespace TicketWeb.Tests.Support;

/// <summary>Members of a team who have signed in before the story begins.</summary>
internal static class SignedIn
{
    /// <summary>A page of the dashboard, which hears clicks.</summary>
    public static async Task<IPage> SignedInAsync(this Browser browser, TestApp app, string email, string to = "/manage", int width = 1280)
    {
        var page = await browser.OpenAsync(app.Address, width);
        await page.SignInAsync(app, email, to);
        return page;
    }

    /// <summary>One of the demo's stories fills in the form itself; elsewhere it is only in the way.</summary>
    public static async Task SignInAsync(this IPage page, TestApp app, string email, string to)
    {
        var jar = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = app.Address };
        var visitor = await new Visitor(http, new RecordedLetters()).SignInAsync(email, query: "?returnUrl=/health/live");
        visitor.Address.ShouldBe("/health/live", visitor.Text);
        await page.Context.AddCookiesAsync(jar.GetAllCookies().Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Domain = app.Address.Host, Path = c.Path, HttpOnly = c.HttpOnly }));
        await page.GotoAsync(to);
        await page.ReadyAsync();
    }

    /// <summary>Waits until the dashboard hears clicks; earlier ones are lost.</summary>
    public static Task ReadyAsync(this IPage page) => page.Locator("[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
}
