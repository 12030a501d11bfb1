using Microsoft.AspNetCore.Http.HttpResults;
using TicketWeb.Components.Checkout;
using TicketWeb.Components.Design;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.WaitingRoom.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Platform.Security;
using Steps = TicketWeb.Features.Orders.UseCases.Checkout;

namespace TicketWeb.Components.Widget;

/// <summary>
/// Buying in a frame on somebody else's page, where no cookie can be counted on: every step is a post that carries the order's secret and
/// answers with the next screen. That secret is also what keeps other sites from posting these forms.
/// </summary>
public static class WidgetCheckout
{
    public static void MapWidget(this IEndpointRouteBuilder app)
    {
        app.MapGet("/embed/v1.js", (IWebHostEnvironment environment) => Results.Redirect("/_client/embed.js")).ExcludeFromDescription();

        app.MapGet("/embed", NotFound).ExcludeFromDescription();

        var embed = app.MapGroup("/embed/{slug}").DisableAntiforgery().AddEndpointFilter(AllowFramingAsync);
        embed.MapGet("", ShowAsync);
        embed.MapPost("/waiting", WaitAsync).RequireRateLimiting(Limits.WaitingRoom);
        embed.MapPost("/code", AskAsync).RequireRateLimiting(Limits.Purchase).OfferAgain();
        embed.MapPost("/checkout", StartAsync).RequireRateLimiting(Limits.Purchase).OfferAgain();
        embed.MapPost("/resume", ResumeAsync).RequireRateLimiting(Limits.Purchase);
        embed.MapPost("/pay", PayAsync).RequireRateLimiting(Limits.Purchase);
        embed.MapPost("/extend", ExtendAsync).RequireRateLimiting(Limits.Purchase);
    }

    /// <summary>Finds the event and its organization for the steps, and tells the browser which sites may show them.</summary>
    private static async ValueTask<object?> AllowFramingAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var slug = (string)http.Request.RouteValues["slug"]!;
        if (await services.GetRequiredService<IEvents>().FindPublicAsync(slug, http.RequestAborted) is not { } of)
            return NotFound(http);

        var organization = (await services.GetRequiredService<IOrganizations>().FindAsync(of.OrganizationId, http.RequestAborted))!;
        var policy = services.GetRequiredService<PagePolicy>();
        var place = CheckoutPlace.InFrame(slug, http.Request, organization);
        // The loader says whose page it is on. A browser would leave the frame white there, and say nothing.
        if (http.Request.Query["host"].ToString() is { Length: > 0 } host && !organization.MayEmbed(host))
        {
            policy.AllowFraming(["*"]);
            return new RazorComponentResult<SiteNotListed>(new { Place = place, Event = of }) { StatusCode = StatusCodes.Status403Forbidden };
        }

        policy.AllowFraming(organization.EmbedOrigins);
        http.Features.Set(new Framed(of, place));
        return await next(context);
    }

    /// <summary>One answer for what there is not, what is a draft and what has no name at all: a sentence in the frame, which a browser would leave white at a bare 404.</summary>
    private static IResult NotFound(HttpContext http)
    {
        if (CheckoutPlace.IsAlone(http.Request))
            return Results.NotFound();
        http.RequestServices.GetRequiredService<PagePolicy>().AllowFraming(["*"]);
        return new RazorComponentResult<EventNotFound>(new { InSheet = CheckoutPlace.IsSheet(http.Request), Theme = CheckoutPlace.ThemeOf(http.Request) })
        {
            StatusCode = StatusCodes.Status404NotFound,
        };
    }

    private static Task<IResult> ShowAsync(HttpContext http, FindTurn find, CheckoutScreens screens, CancellationToken cancel) =>
        EnterAsync(http, null, [], find, screens, cancel);

    /// <summary>Takes a place in the waiting room, or comes back with one.</summary>
    private static async Task<IResult> WaitAsync(string slug, HttpContext http, FindTurn find, TakePlace take, CheckoutScreens screens, CancellationToken cancel)
    {
        var form = await http.Request.FormAsync(cancel);
        return await EnterAsync(http, await take.RunAsync(slug, form[WaitingPlace.Field], used: false, cancel), CheckoutScreens.Chosen(form), find, screens, cancel);
    }

    private static async Task<IResult> StartAsync(
        string slug,
        HttpContext http,
        Turnstile turnstile,
        FindTurn find,
        TakePlace take,
        TypedCodes codes,
        StartOrder start,
        NoteDemand demand,
        Steps steps,
        CheckoutScreens screens,
        CancellationToken cancel)
    {
        var form = await http.Request.FormAsync(cancel);
        var chosen = CheckoutScreens.Chosen(form);
        var token = form[WaitingPlace.Field].ToString();
        var turn = await turnstile.ArriveAsync(slug, token, http.User, cancel);
        if (!turn.MayBuy)
            return await EnterAsync(http, await take.RunAsync(slug, token, used: false, cancel), chosen, find, screens, cancel);

        var outcome = codes.Refused(http, form[CodeField.Input]) is { } tooMany
            ? tooMany
            : await start.RunAsync(slug, CheckoutScreens.Order(form, chosen, Channel.Widget, turn, token), cancel);
        demand.Answered(slug, outcome.Refusal);
        if (outcome.IsDone(out var started, out var refusal))
            return await OrderAsync(http, started.Id, started.Secret, null, find, steps, screens, cancel);
        return refusal is AdmissionUsed
            ? await EnterAsync(http, await take.RunAsync(slug, token, used: true, cancel), chosen, find, screens, cancel)
            : await screens.ChooseAsync(http, In(http).Place, In(http).Event, turn, token, chosen, form[CodeField.Input], refusal, cancel);
    }

    /// <summary>What a code gives, before anything is bought: the tickets again, with those that it shows.</summary>
    private static async Task<IResult> AskAsync(HttpContext http, FindTurn find, CheckoutScreens screens, CancellationToken cancel)
    {
        var form = await http.Request.FormAsync(cancel);
        var (chosen, token) = (CheckoutScreens.Chosen(form), form[WaitingPlace.Field].ToString());
        var turn = await find.RunAsync(In(http).Event.Slug, token, cancel);
        return turn.MayBuy
            ? await screens.ChooseAsync(http, In(http).Place, In(http).Event, turn, token, chosen, form[CodeField.Input], null, cancel)
            : await EnterAsync(http, token, chosen, find, screens, cancel);
    }

    private static async Task<IResult> ResumeAsync(HttpContext http, FindTurn find, Steps steps, CheckoutScreens screens, CancellationToken cancel)
    {
        var form = await http.Request.FormAsync(cancel);
        if (Id.Parse<OrderId>(form["order"]) is not { } id)
            return await ShowAsync(http, find, screens, cancel);
        if (form.ContainsKey("email"))
            await steps.RememberAsync(id, form["secret"], CheckoutScreens.Buyer(form), cancel);
        return await OrderAsync(http, id, form["secret"].ToString(), null, find, steps, screens, cancel);
    }

    private static async Task<IResult> PayAsync(HttpContext http, PayOrder pay, FindTurn find, Steps steps, CheckoutScreens screens, CancellationToken cancel)
    {
        var form = await http.Request.FormAsync(cancel);
        if (Id.Parse<OrderId>(form["order"]) is not { } id)
            return Results.NotFound();
        var place = In(http).Place;
        var secret = form["secret"].ToString();
        var outcome = await pay.RunAsync(id, secret, new PayInput(form["email"], form["name"], form["card"], Framed: true), place.Base + place.Look, cancel);
        return outcome.IsDone(out var result, out var refusal) && result.ActionUrl is { } bank
            ? Results.Redirect(bank)
            : await OrderAsync(http, id, secret, refusal, find, steps, screens, cancel);
    }

    private static async Task<IResult> ExtendAsync(HttpContext http, FindTurn find, Steps steps, CheckoutScreens screens, CancellationToken cancel)
    {
        var form = await http.Request.FormAsync(cancel);
        if (Id.Parse<OrderId>(form["order"]) is not { } id)
            return Results.NotFound();
        var outcome = await steps.ExtendAsync(id, form["secret"], cancel);
        return await OrderAsync(http, id, form["secret"].ToString(), outcome.Refusal, find, steps, screens, cancel);
    }

    /// <summary>The order's screen; a secret that opens nothing any more leads back to the choice instead of a dead end.</summary>
    private static async Task<IResult> OrderAsync(
        HttpContext http, OrderId id, string secret, Refusal? refusal, FindTurn find, Steps steps, CheckoutScreens screens, CancellationToken cancel) =>
        await steps.ReturnAsync(id, secret, cancel) is { } order && order.Event.Id == In(http).Event.Id
            ? await screens.OrderAsync(http, In(http).Place, order, secret, refusal, cancel)
            : await ShowAsync(http, find, screens, cancel);

    private static async Task<IResult> EnterAsync(
        HttpContext http, string? token, IReadOnlyList<TicketCount> chosen, FindTurn find, CheckoutScreens screens, CancellationToken cancel) =>
        await screens.EnterAsync(http, In(http).Place, In(http).Event, await find.RunAsync(In(http).Event.Slug, token, cancel), token, chosen, cancel);

    private static Framed In(HttpContext http) => http.Features.Get<Framed>()!;

    private sealed record Framed(EventView Event, CheckoutPlace Place);
}
