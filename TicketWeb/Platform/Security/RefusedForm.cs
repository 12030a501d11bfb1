using Microsoft.AspNetCore.Diagnostics;

namespace TicketWeb.Platform.Security;

/// <summary>A form that came too soon to be read, as it can be sent once more: what somebody chose must not be lost to a crowd behind one address.</summary>
/// <param name="Action">Where it was sent.</param>
public sealed record RefusedForm(string Action, IReadOnlyList<(string Name, string? Value)> Fields)
{
    /// <summary>In bytes. A choice takes a tenth of it.</summary>
    private const int Most = 8 * 1024;

    /// <returns>Null where the endpoint did not ask for it (<see cref="RefusedForms.OfferAgain{T}"/>), or where it cannot be read.</returns>
    internal static async Task<RefusedForm?> ReadAsync(HttpContext http, IStatusCodeReExecuteFeature? refused, CancellationToken cancel)
    {
        if (http.Response.StatusCode != StatusCodes.Status429TooManyRequests || refused?.Endpoint?.Metadata.GetMetadata<OffersAgain>() is null
            || !http.Request.HasFormContentType || http.Request.ContentLength is not <= Most)
            return null;
        try
        {
            var form = await http.Request.ReadFormAsync(cancel);
            return new RefusedForm($"{refused.OriginalPathBase}{refused.OriginalPath}{refused.OriginalQueryString}", [.. form.SelectMany(field => field.Value.Select(value => (field.Key, value)))]);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return null;
        }
    }

    internal sealed class OffersAgain;
}

public static class RefusedForms
{
    /// <summary>Where its limit refuses a form, the page that says so has a button that sends it again. Not for secrets: what was sent stands in that page.</summary>
    public static T OfferAgain<T>(this T endpoint) where T : IEndpointConventionBuilder => endpoint.WithMetadata(new RefusedForm.OffersAgain());
}
