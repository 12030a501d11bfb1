using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Mailbox;

/// <summary>What the mailbox page shows in its frame. Mapped in Development only.</summary>
public static class MailboxEndpoints
{
    public static void MapMailbox(this IEndpointRouteBuilder app)
    {
        var mail = app.MapGroup("/dev/mailbox/{id:guid}").ExcludeFromDescription();

        mail.MapGet("/html", async (Guid id, Features.Messages.UseCases.Mailbox mailbox, PagePolicy policy, HttpRequest request, CancellationToken cancel) =>
        {
            if (await mailbox.FindAsync(id, cancel) is not { } letter)
                return Results.NotFound();
            policy.AllowFraming([$"{request.Scheme}://{request.Host}"]);
            var html = letter.Html;
            for (var position = 0; position < letter.Parts.Count; position++)
            {
                if (letter.Parts[position].ContentId is { } contentId)
                    html = html.Replace($"cid:{contentId}", $"/dev/mailbox/{id}/parts/{position}", StringComparison.Ordinal);
            }

            return Results.Content(html, "text/html; charset=utf-8");
        });

        mail.MapGet("/parts/{position:int}", async (Guid id, int position, Features.Messages.UseCases.Mailbox mailbox, CancellationToken cancel) =>
            await mailbox.FindAsync(id, cancel) is { } letter && position >= 0 && position < letter.Parts.Count
                ? Results.File(letter.Parts[position].Content, letter.Parts[position].ContentType)
                : Results.NotFound());
    }
}
