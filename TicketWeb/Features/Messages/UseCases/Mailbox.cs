using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Messages.Domain;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Mail;

namespace TicketWeb.Features.Messages.UseCases;

/// <summary>
/// Every mail as it was sent, for the mailbox page of Development. Mails hold links that open accounts and orders: where they are handed to a
/// mail server they are for their receivers alone, and there is no mailbox.
/// </summary>
public sealed class Mailbox(Databases databases, IPostman postman)
{
    private const int MostShown = 100;

    public bool IsOpen => postman.Keeps;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<MailboxRow>> ListAsync(CancellationToken cancel)
    {
        if (!IsOpen)
            return [];

        await using var db = databases.Service();
        return await db.Set<OutgoingMail>().OrderByDescending(m => m.Id).Take(MostShown)
            .Select(m => new MailboxRow(m.Id, m.To, m.SenderName, m.Subject, m.CreatedAt, m.SentAt)).ToListAsync(cancel);
    }

    /// <summary>The mail, or null.</summary>
    public async Task<MailboxLetter?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (!IsOpen)
            return null;

        await using var db = databases.Service();
        var mail = await db.Set<OutgoingMail>().Include(m => m.Parts).SingleOrDefaultAsync(m => m.Id == id, cancel);
        return mail is null ? null : new MailboxLetter(
            new MailboxRow(mail.Id, mail.To, mail.SenderName, mail.Subject, mail.CreatedAt, mail.SentAt),
            mail.Html,
            mail.Text,
            [.. mail.Parts.OrderBy(p => p.Position).Select(p => new LetterPart(p.Name, p.ContentType, p.Content, p.ContentId))]);
    }
}
