namespace TicketWeb.Components.Layout;

/// <summary>For a page that finds, while it is being made, that there is nothing to show.</summary>
internal static class NotFoundAnswer
{
    private const string EnhancedNavigation = "blazor-enhanced-nav";

    /// <summary>Answers 404; what the page draws is dropped and the general error page is shown instead.</summary>
    public static void AnswerNotFound(this HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        // The framework adds this header to every page, the error page included, and throws when it stands there already.
        http.Response.Headers.Remove(EnhancedNavigation);
    }
}
