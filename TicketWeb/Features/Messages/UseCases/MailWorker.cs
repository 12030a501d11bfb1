using Microsoft.EntityFrameworkCore;
using Npgsql;
using TicketWeb.Features.Messages.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Mail;

namespace TicketWeb.Features.Messages.UseCases;

/// <summary>
/// Carries mails from the queue to the postman, again and again with longer pauses while the way is blocked. A mail is claimed by pushing
/// its due time ahead, so that several nodes share the work and nothing is lost with one of them.
/// </summary>
internal sealed partial class MailWorker(Databases databases, IPostman postman, MailSignal signal, TimeProvider clock, ILogger<MailWorker> logger) : BackgroundService
{
    private static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await SendDueAsync(stoppingToken) == 0)
                    await signal.WaitAsync(Idle, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException e)
            {
                LogUnreachable(e);
                await Task.Delay(Idle, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> SendDueAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.Service();
        var ids = await db.Database.SqlQuery<Guid>(
            $"""
            update messages.mails set due_at = {now + ClaimLasts}, attempts = attempts + 1
            where id in (select id from messages.mails where sent_at is null and failed_at is null and due_at <= {now} order by due_at limit 20 for update skip locked)
            returning id
            """).ToListAsync(cancel);
        foreach (var mail in await db.Set<OutgoingMail>().AsTracking().Include(m => m.Parts).Where(m => ids.Contains(m.Id)).ToListAsync(cancel))
        {
            await SendAsync(mail, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return ids.Count;
    }

    private async Task SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var outcome = await postman.SendAsync(Letter(mail), cancel);
        var now = clock.GetUtcNow();
        mail.LastError = outcome.Refusal?.Sentence;
        switch (outcome.Refusal)
        {
            case null:
                mail.SentAt = now;
                if (!postman.Keeps)
                    Forget(mail);
                break;
            case MailDelayed when mail.Attempts < OutgoingMail.MostAttempts:
                mail.DueAt = now + TimeSpan.FromMinutes(Math.Pow(2, mail.Attempts));
                break;
            default:
                mail.FailedAt = now;
                LogFailed(mail.Id, mail.Occasion);
                break;
        }
    }

    /// <summary>The log stays, the secret links and the tickets go.</summary>
    private static void Forget(OutgoingMail mail)
    {
        (mail.Html, mail.Text) = ("", "");
        mail.Parts.Clear();
    }

    private static Letter Letter(OutgoingMail mail) => new(
        Address(mail.To)!, mail.Subject, mail.Html, mail.Text,
        [.. mail.Parts.OrderBy(p => p.Position).Select(p => new LetterPart(p.Name, p.ContentType, p.Content, p.ContentId))])
    {
        SenderName = mail.SenderName,
        ReplyTo = Address(mail.ReplyTo),
    };

    private static EmailAddress? Address(string? text) => EmailAddress.TryParse(text, out var address) ? address : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {MailId} ({Occasion}) was given up")]
    private partial void LogFailed(Guid mailId, string occasion);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail queue cannot be read; trying again")]
    private partial void LogUnreachable(Exception exception);
}
