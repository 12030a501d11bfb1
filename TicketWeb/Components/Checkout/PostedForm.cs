namespace TicketWeb.Components.Checkout;

/// <summary>Reads what a form posted.</summary>
public static class PostedForm
{
    /// <summary>The fields; throws what is answered as 415 when it is no form at all, and as 400 when it is a broken or bloated one.</summary>
    public static async Task<IFormCollection> FormAsync(this HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasFormContentType)
            throw new BadHttpRequestException("A form is expected here.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            return await request.ReadFormAsync(cancel);
        }
        catch (InvalidDataException e)
        {
            throw new BadHttpRequestException("The form cannot be read.", e);
        }
    }
}
