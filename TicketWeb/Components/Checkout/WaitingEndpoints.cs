using TicketWeb.Components.Design;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Features.WaitingRoom.UseCases;
using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Checkout;

/// <summary>The waiting room on our own pages. The place is in a cookie that only its own event is sent; what was chosen, and a code, stay in the address.</summary>
public static class WaitingEndpoints
{
    private const string CookieName = "ticketweb-place";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public static void MapWaitingRoom(this IEndpointRouteBuilder app)
    {
        var waiting = app.MapGroup("/e/{slug}/waiting").DisableAntiforgery();
        waiting.MapGet("", ShowAsync);
        waiting.MapPost("", TakeAsync).RequireRateLimiting(Limits.WaitingRoom);
        // A hall full of people behind one address asks often, and must not use up what they need for buying. An answer costs no more than a refusal.
        waiting.MapPost("/status", StatusAsync).DisableRateLimiting();
    }

    /// <summary>The place that the visitor's browser holds, if any.</summary>
    public static string? HeldPlace(this HttpContext http) => http.Request.Cookies[CookieName];

    /// <summary>The place has done what it was for.</summary>
    public static void LeaveWaitingRoom(this HttpContext http, string slug) => http.Response.Cookies.Delete(CookieName, Cookie(http, slug));

    /// <summary>Gives the visitor a place, or leaves them theirs, and sends them where they see it.</summary>
    public static async Task<IResult> WaitAsync(this HttpContext http, string slug, TakePlace take, bool used, IReadOnlyList<TicketCount> chosen, CancellationToken cancel)
    {
        // Another site may send a visitor here, but its forms bring no cookie: it must not cost them the place they have.
        if (http.Request.Headers["Sec-Fetch-Site"] != "cross-site" && await take.RunAsync(slug, http.HeldPlace(), used, cancel) is { } place)
            http.Response.Cookies.Append(CookieName, place, Cookie(http, slug));
        return Results.Redirect($"/e/{slug}/waiting{Query(chosen, CheckoutScreens.CodeOf(http.Request))}");
    }

    /// <summary>A choice and a code, as the pages of an event read them from their address.</summary>
    public static QueryString Query(IEnumerable<TicketCount> chosen, string? code) => QueryString.Create(
    [
        .. chosen.Where(c => c.Count > 0).Select(c => KeyValuePair.Create<string, string?>(TicketForm.FieldFor(c.TicketTypeId.Value.ToString()), $"{c.Count}")),
        .. string.IsNullOrWhiteSpace(code) ? [] : new[] { KeyValuePair.Create<string, string?>(CodeField.Input, code.Trim()) },
    ]);

    private static async Task<IResult> ShowAsync(
        string slug, HttpContext http, FindTurn find, IEvents events, IOrganizations organizations, CheckoutScreens screens, CancellationToken cancel)
    {
        if (await events.FindPublicAsync(slug, cancel) is not { } of)
            return Results.NotFound();
        var turn = await find.RunAsync(slug, http.HeldPlace(), cancel);
        var chosen = CheckoutScreens.Chosen(http.Request.Query);
        if (turn.Standing == Standing.Free && chosen.Count == 0)
            return Results.Redirect($"/e/{slug}{Query([], CheckoutScreens.CodeOf(http.Request))}");

        var organization = (await organizations.FindAsync(of.OrganizationId, cancel))!;
        return await screens.EnterAsync(http, CheckoutPlace.OnOurPage($"/e/{slug}", organization), of, turn, http.HeldPlace(), chosen, cancel);
    }

    private static async Task<IResult> TakeAsync(string slug, HttpContext http, TakePlace take, CancellationToken cancel) =>
        await http.WaitAsync(slug, take, used: false, CheckoutScreens.Chosen(await http.Request.FormAsync(cancel)), cancel);

    /// <summary>For the page's script, here and in the frame. Asked by everybody who waits, all the time: it costs no query.</summary>
    private static async Task<IResult> StatusAsync(string slug, HttpContext http, FindTurn find, CancellationToken cancel)
    {
        var form = await http.Request.FormAsync(cancel);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(WaitingStatus.Of(await find.RunAsync(slug, form[WaitingPlace.Field].FirstOrDefault() ?? http.HeldPlace(), cancel)));
    }

    private static CookieOptions Cookie(HttpContext http, string slug) =>
        new() { Path = $"/e/{slug}", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Longest };
}
