using Microsoft.AspNetCore.Http.Features;

namespace TicketWeb.Platform.Security;

/// <summary>Turns away addresses and forms that hold a NUL: no text does, and PostgreSQL takes none. A form is looked at when it is read.</summary>
internal sealed class PlainText(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.Value!.Contains('\0') || context.Request.QueryString.Value!.Contains("%00", StringComparison.Ordinal))
        {
            context.Fail(Failure.Of(StatusCodes.Status400BadRequest));
            return Task.CompletedTask;
        }

        // A form that has been refused already is not to be looked at again.
        if (context.Features.Get<IFormFeature>() is null && context.Request.HasFormContentType)
            context.Features.Set<IFormFeature>(new PlainForm(context.Features.GetRequiredFeature<IFormFeature>()));
        return next(context);
    }

    private sealed class PlainForm(IFormFeature form) : IFormFeature
    {
        public bool HasFormContentType => form.HasFormContentType;

        public IFormCollection? Form { get => form.Form; set => form.Form = value; }

        public IFormCollection ReadForm() => Plain(form.ReadForm());

        public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) => Plain(await form.ReadFormAsync(cancellationToken));

        /// <summary>Throws what the framework throws at such a form when it is posted URL-encoded.</summary>
        private static IFormCollection Plain(IFormCollection posted) =>
            posted.Any(field => field.Key.Contains('\0') || field.Value.Any(value => value?.Contains('\0') == true))
                ? throw new InvalidDataException("The form holds a NUL.")
                : posted;
    }
}
