using Microsoft.AspNetCore.Http.HttpResults;
using TicketWeb.Components.Checkout;
using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Widget;

/// <summary>What went wrong below the widget's address, said inside the frame: a browser would leave our error page white there.</summary>
public static class WidgetFailure
{
    private const string Root = "/embed";

    /// <summary>The answer for the frame, which any site may show; null where something else failed, or where no frame asked.</summary>
    /// <param name="asked">The path at which it failed.</param>
    public static IResult? Answer(HttpContext http, PathString asked, Failure failure)
    {
        if (!asked.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase, out var below) || CheckoutPlace.IsAlone(http.Request))
            return null;
        http.RequestServices.GetRequiredService<PagePolicy>().AllowFraming(["*"]);
        return new RazorComponentResult<FailedInFrame>(new
        {
            Failure = failure,
            Again = Again(below, http.Request.QueryString),
            InSheet = CheckoutPlace.IsSheet(http.Request),
            Theme = CheckoutPlace.ThemeOf(http.Request),
        });
    }

    /// <summary>Where the event's tickets are shown, as its host page asked for them: from there the frame finds back to an order that it keeps. Null without an event.</summary>
    private static string? Again(PathString below, QueryString look) =>
        below.Value?.Split('/') is [_, { Length: > 0 } slug, ..] ? $"{Root}/{Uri.EscapeDataString(slug)}{look}" : null;
}
