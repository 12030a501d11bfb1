using Microsoft.EntityFrameworkCore;
using Npgsql;
using TicketWeb.Features.Messages.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Mail;

namespace TicketWeb.Features.Messages.UseCases;

/// <summary>Takes letters and puts them into the queue; the worker carries them.</summary>
internal sealed class MailRoom(Databases databases, MailSignal signal, TimeProvider clock)
{
    /// <summary>When a letter on this occasion was posted; null when none was.</summary>
    public async Task<DateTimeOffset?> PostedAtAsync(string occasion, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<OutgoingMail>().Where(m => m.Occasion == occasion).Select(m => (DateTimeOffset?)m.CreatedAt).SingleOrDefaultAsync(cancel);
    }

    /// <param name="occasion">What it is about: a second letter on the same occasion is not sent.</param>
    public async Task PostAsync(Letter letter, string occasion, OrganizationId? organization, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await using var db = databases.Service();
        db.Add(new OutgoingMail
        {
            Id = id,
            OrganizationId = organization,
            Occasion = occasion,
            To = letter.To.Value,
            SenderName = letter.SenderName,
            ReplyTo = letter.ReplyTo?.Value,
            Subject = letter.Subject,
            Html = letter.Html,
            Text = letter.Text,
            CreatedAt = now,
            DueAt = now,
            Parts = [.. letter.Parts.Select((p, position) => new OutgoingMailPart
            {
                MailId = id,
                Position = position,
                Name = p.Name,
                ContentType = p.ContentType,
                Content = p.Content,
                ContentId = p.ContentId,
            })],
        });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return;
        }

        signal.Raise();
    }
}
