using TicketWeb.Components.Design;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Settlements;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Features.Tickets;
using TicketWeb.Features.WaitingRoom.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Platform.Security;
using Steps = TicketWeb.Features.Orders.UseCases.Checkout;

namespace TicketWeb.Components.Checkout;

/// <summary>
/// Buying on our own pages: each post ends in a redirect, so that Back and reload never buy twice. The order's secret is in a cookie that
/// only its own checkout is sent, and in the forms: a form that another site posts cannot have it, so these need no other anti-forgery token.
/// </summary>
public static class StorefrontCheckout
{
    private const string CookieName = "ticketweb-checkout";

    public static void MapStorefrontCheckout(this IEndpointRouteBuilder app)
    {
        app.MapPost("/e/{slug}/checkout", StartAsync).DisableAntiforgery().RequireRateLimiting(Limits.Purchase).OfferAgain();

        app.MapPost("/e/{slug}/code", AskAsync).DisableAntiforgery().RequireRateLimiting(Limits.Purchase).OfferAgain();

        app.MapPost("/e/{slug}/sum", SumAsync).DisableAntiforgery();

        var checkout = app.MapGroup("/checkout/{id:guid}").DisableAntiforgery();
        checkout.MapGet("", ShowAsync);
        checkout.MapPost("/pay", PayAsync).RequireRateLimiting(Limits.Purchase);
        checkout.MapPost("/extend", ExtendAsync).RequireRateLimiting(Limits.Purchase);
        checkout.MapPost("/resume", ResumeAsync).RequireRateLimiting(Limits.Purchase);

        var order = app.MapGroup("/orders/{number}/{token}").WithMetadata(new SecretLinkAttribute());
        order.MapGet("/tickets.pdf", PdfAsync);
        order.MapGet("/event.ics", CalendarAsync);
        order.MapGet("/invoice.pdf", async (string number, string token, IssueDocuments papers, CancellationToken cancel) => Paper(await papers.InvoiceAsync(number, token, cancel)));
        order.MapGet("/credit-notes.pdf", async (string number, string token, IssueDocuments papers, CancellationToken cancel) => Paper(await papers.CreditNotesAsync(number, token, cancel)));
    }

    private static async Task<IResult> StartAsync(
        string slug,
        HttpContext http,
        Turnstile turnstile,
        TakePlace take,
        TypedCodes codes,
        StartOrder start,
        NoteDemand demand,
        IEvents events,
        IOrganizations organizations,
        CheckoutScreens screens,
        CancellationToken cancel)
    {
        var form = await http.Request.FormAsync(cancel);
        var chosen = CheckoutScreens.Chosen(form);
        var held = http.HeldPlace();
        var turn = await turnstile.ArriveAsync(slug, held, http.User, cancel);
        if (!turn.MayBuy)
            return await http.WaitAsync(slug, take, used: false, chosen, cancel);

        var outcome = codes.Refused(http, form[CodeField.Input]) is { } tooMany
            ? tooMany
            : await start.RunAsync(slug, CheckoutScreens.Order(form, chosen, Channel.Storefront, turn, held), cancel);
        demand.Answered(slug, outcome.Refusal);
        if (outcome.IsDone(out var order, out var refusal))
        {
            if (turn.Admission is not null)
                http.LeaveWaitingRoom(slug);
            http.Response.Cookies.Append(CookieName, order.Secret, new CookieOptions
            {
                Path = Path(order.Id.Value),
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                MaxAge = TimeSpan.FromHours(6),
            });
            return Results.Redirect(Path(order.Id.Value));
        }

        if (refusal is AdmissionUsed)
            return await http.WaitAsync(slug, take, used: true, chosen, cancel);
        if (await events.FindPublicAsync(slug, cancel) is not { } of)
            return Results.NotFound();
        var organization = (await organizations.FindAsync(of.OrganizationId, cancel))!;
        return await screens.ChooseAsync(http, CheckoutPlace.OnOurPage($"/e/{slug}", organization), of, turn, null, chosen, form[CodeField.Input], refusal, cancel);
    }

    /// <summary>What a code gives, before anything is bought: the tickets again, with those that it shows. Nothing is written, so sending it again does nothing.</summary>
    private static async Task<IResult> AskAsync(
        string slug, HttpContext http, FindTurn find, IEvents events, IOrganizations organizations, CheckoutScreens screens, CancellationToken cancel)
    {
        var form = await http.Request.FormAsync(cancel);
        if (await events.FindPublicAsync(slug, cancel) is not { } of)
            return Results.NotFound();
        var turn = await find.RunAsync(slug, http.HeldPlace(), cancel);
        if (!turn.MayBuy)
            return Results.Redirect($"/e/{slug}{WaitingEndpoints.Query([], form[CodeField.Input])}");
        var organization = (await organizations.FindAsync(of.OrganizationId, cancel))!;
        return await screens.ChooseAsync(http, CheckoutPlace.OnOurPage($"/e/{slug}", organization), of, turn, null, CheckoutScreens.Chosen(form), form[CodeField.Input], null, cancel);
    }

    /// <summary>What a choice comes to, for forms whose tickets do not simply add up. Nothing is written.</summary>
    private static async Task<IResult> SumAsync(string slug, HttpContext http, IEvents events, ReckonOrder reckon, CancellationToken cancel)
    {
        var form = await http.Request.FormAsync(cancel);
        if (await events.FindPublicAsync(slug, cancel) is not { } of)
            return Results.NotFound();
        var outcome = await reckon.RunAsync(of, CheckoutScreens.Chosen(form), CheckoutScreens.Amounts(form), atDesk: false, cancel);
        return outcome.IsDone(out var quote, out var refusal) ? CheckoutScreens.Sum(quote) : Results.Problem(refusal.Sentence, statusCode: StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpContext http, Steps steps, IOrganizations organizations, CheckoutScreens screens, CancellationToken cancel)
    {
        var secret = http.Request.Cookies[CookieName];
        return await steps.ReturnAsync(OrderId.From(id), secret, cancel) is { } order
            ? await screens.OrderAsync(http, await PlaceAsync(id, order, organizations, cancel), order, secret!, null, cancel)
            : Results.NotFound();
    }

    private static async Task<IResult> PayAsync(
        Guid id, HttpContext http, PayOrder pay, Steps steps, IOrganizations organizations, CheckoutScreens screens, CancellationToken cancel)
    {
        var form = await http.Request.FormAsync(cancel);
        var secret = form["secret"].ToString();
        var outcome = await pay.RunAsync(OrderId.From(id), secret, new PayInput(form["email"], form["name"], form["card"]), Path(id), cancel);
        if (outcome.IsDone(out var result, out var refusal))
            return Results.Redirect(result.ActionUrl ?? Path(id));
        return refusal is not NotFound && await steps.FindAsync(OrderId.From(id), secret, cancel) is { } order
            ? await screens.OrderAsync(http, await PlaceAsync(id, order, organizations, cancel), order, secret, refusal, cancel)
            : Results.NotFound();
    }

    private static async Task<IResult> ExtendAsync(Guid id, HttpContext http, Steps steps, CancellationToken cancel)
    {
        var form = await http.Request.FormAsync(cancel);
        // Refused or not, the page says how much time is left.
        await steps.ExtendAsync(OrderId.From(id), form["secret"], cancel);
        return Results.Redirect(Path(id));
    }

    /// <summary>Looks at the order again; a form that was being filled in brings along what it held.</summary>
    private static async Task<IResult> ResumeAsync(Guid id, HttpContext http, Steps steps, CancellationToken cancel)
    {
        var form = await http.Request.FormAsync(cancel);
        if (form.ContainsKey("email"))
            await steps.RememberAsync(OrderId.From(id), form["secret"], CheckoutScreens.Buyer(form), cancel);
        return Results.Redirect(Path(id));
    }

    private static async Task<IResult> PdfAsync(string number, string token, IPasses passes, CancellationToken cancel) =>
        await passes.OfLinkAsync(number, token, cancel) is { Good.Count: > 0 } book
            ? Results.File(passes.Pdf(book), "application/pdf", $"tickets-{book.Order.Number}.pdf")
            : Results.NotFound();

    private static IResult Paper(DocumentFile? paper) => paper is null ? Results.NotFound() : Results.File(paper.Pdf, "application/pdf", paper.Name);

    private static async Task<IResult> CalendarAsync(string number, string token, IPasses passes, PublicLinks links, CancellationToken cancel) =>
        await passes.OfLinkAsync(number, token, cancel) is { Good.Count: > 0 } book
            ? Results.File(System.Text.Encoding.UTF8.GetBytes(passes.Calendar(book, links.To($"/orders/{number}/{token}"))), "text/calendar", $"{book.Event.Slug}.ics")
            : Results.NotFound();

    private static async Task<CheckoutPlace> PlaceAsync(Guid id, CheckoutView order, IOrganizations organizations, CancellationToken cancel) =>
        CheckoutPlace.OnOurPage(Path(id), (await organizations.FindAsync(order.Event.OrganizationId, cancel))!);

    private static string Path(Guid id) => $"/checkout/{id}";
}
