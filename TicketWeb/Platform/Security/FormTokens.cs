using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;

namespace TicketWeb.Platform.Security;

/// <summary>Answers for endpoints whose form came without a good token, so that each of them need not.</summary>
internal sealed class FormTokens(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true }
            || context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false, Error: var error })
            return next(context);

        var isPage = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        context.Fail(error?.InnerException switch
        {
            BadHttpRequestException unread => Failure.Of(unread.StatusCode),
            InvalidDataException => Failure.Of(StatusCodes.Status400BadRequest),
            _ => Failure.StaleForm(isPage ? $"{context.Request.Path}{context.Request.QueryString}" : null),
        });
        return Task.CompletedTask;
    }
}
