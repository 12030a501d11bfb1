using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace TicketWeb.Tests.Components.Account;

/// <summary>Somebody with a browser that runs no scripts: reads a page, fills in a form of it, follows where it leads.</summary>
internal sealed class Visitor(HttpClient http, RecordedLetters letters)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public const string Password = "correct horse battery";

    /// <summary>The path and query one has come to.</summary>
    public string Address { get; private set; } = "/";

    public HttpStatusCode Status { get; private set; }

    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    public string Text => Page.Body!.TextContent;

    public async Task<Visitor> OpenAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(request);
    }

    /// <summary>Posts the form whose handler has this name, with what it holds and what is typed.</summary>
    public async Task<Visitor> SubmitAsync(string handler, params (string Name, string Value)[] typed)
    {
        var form = Page.Forms.Single(f => f.QuerySelector("[name=_handler]")?.GetAttribute("value") == handler);
        var values = form.QuerySelectorAll("input[name], select[name]").ToDictionary(i => i.GetAttribute("name")!, Value);
        foreach (var (name, value) in typed)
            values[name] = value;
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new FormUrlEncodedContent(values) };
        return await SendAsync(request);
    }

    public async Task<string> SignUpAsync(string? returnUrl = null)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await OpenAsync("/account/sign-up" + (returnUrl is null ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl)));
        await SubmitAsync("sign-up", ("name", "Sam Okafor"), ("email", email), ("password", Password));
        return email;
    }

    /// <summary>Signs up, opens the link in the mail and is signed in.</summary>
    public async Task<string> JoinAsync()
    {
        var email = await SignUpAsync();
        await OpenAsync(letters.To(email, "confirm")[^1].Text);
        await SubmitAsync("confirm", ("password", Password));
        return email;
    }

    public async Task<Visitor> SignInAsync(string email, string password = Password, string query = "")
    {
        await OpenAsync("/account/sign-in" + query);
        return await SubmitAsync("sign-in", ("email", email), ("password", password));
    }

    /// <summary>True while the security page opens rather than the sign-in page.</summary>
    public async Task<bool> IsSignedInAsync()
    {
        await OpenAsync("/account/security");
        return Address == "/account/security";
    }

    private async Task<Visitor> SendAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        using var response = await http.SendAsync(request, Cancel);
        if (response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther)
            return await OpenAsync(new Uri(request.RequestUri!.IsAbsoluteUri ? request.RequestUri : new Uri(http.BaseAddress!, request.RequestUri), response.Headers.Location!).PathAndQuery);

        Status = response.StatusCode;
        Address = request.RequestUri!.IsAbsoluteUri ? request.RequestUri.PathAndQuery : request.RequestUri.ToString();
        Page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Cancel), Cancel);
        return this;
    }

    private static string Value(IElement input) => input is IHtmlSelectElement select ? select.Value ?? "" : input.GetAttribute("value") ?? "";
}
