using Microsoft.AspNetCore.Diagnostics;

namespace TicketWeb.Components.Layout;

/// <summary>For a page that finds, while it is being made, that there is nothing to show.</summary>
internal static class NotFoundHere
{
    /// <summary>Answers 404. The page draws <see cref="ErrorPage"/> itself, in its own layout, so the request is not sent to the general error page.</summary>
    public static void AnswerNotFound(this HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
    }
}
