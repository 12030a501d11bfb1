using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Messages.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Jobs;
using TicketWeb.Platform.Mail;

namespace TicketWeb.Features.Messages.UseCases;

/// <summary>Carries mails from the queue to the postman, again and again with longer pauses while the way is blocked.</summary>
internal sealed class MailWorker(Databases databases, IPostman postman, MailSignal signal, VisitorsFirst visitors, TimeProvider clock, ILogger<MailWorker> logger)
    : JobWorker<OutgoingMail>(Queue, databases, signal, visitors, clock, logger)
{
    public static readonly JobQueue Queue = new()
    {
        Table = "messages.mails",
        DoneAt = "sent_at",
        GivenUpAt = "failed_at",
        // The pauses double: ten attempts span about a day and a half.
        MostAttempts = 10,
        Pause = attempts => TimeSpan.FromMinutes(Math.Pow(2, attempts)),
        ClaimLasts = TimeSpan.FromMinutes(2),
        Idle = TimeSpan.FromSeconds(2),
        Batch = 20,
    };

    private readonly Databases _databases = databases;

    protected override JobClaim Claim(OutgoingMail job) => new(job.Id, job.Attempts, job.Occasion);

    protected override async Task<JobOutcome> DoAsync(OutgoingMail job, CancellationToken cancel)
    {
        var outcome = await postman.SendAsync(await LetterAsync(job, cancel), cancel);
        return outcome.Refusal switch
        {
            null => JobOutcome.Done,
            MailDelayed delayed => JobOutcome.TryAgain(delayed.Detail),
            MailRejected rejected => JobOutcome.GiveUp(rejected.Detail),
            { } other => JobOutcome.GiveUp(other.Sentence),
        };
    }

    /// <summary>The log stays, the secret links and the tickets go.</summary>
    protected override async Task MarkDoneAsync(TicketDb db, IReadOnlyList<Guid> done)
    {
        if (postman.Keeps || done.Count == 0)
            return;
        await db.Set<OutgoingMail>().Where(m => done.Contains(m.Id)).ExecuteUpdateAsync(s => s.SetProperty(m => m.Html, "").SetProperty(m => m.Text, ""), CancellationToken.None);
        await db.Set<OutgoingMailPart>().Where(p => done.Contains(p.MailId)).ExecuteDeleteAsync(CancellationToken.None);
    }

    private async Task<Letter> LetterAsync(OutgoingMail mail, CancellationToken cancel)
    {
        await using var db = _databases.Service();
        var parts = await db.Set<OutgoingMailPart>().Where(p => p.MailId == mail.Id).OrderBy(p => p.Position)
            .Select(p => new LetterPart(p.Name, p.ContentType, p.Content, p.ContentId)).ToListAsync(cancel);
        return new Letter(Address(mail.To)!, mail.Subject, mail.Html, mail.Text, parts) { SenderName = mail.SenderName, ReplyTo = Address(mail.ReplyTo) };
    }

    private static EmailAddress? Address(string? text) => EmailAddress.TryParse(text, out var address) ? address : null;
}
