using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;
using TicketWeb.Kernel;

namespace TicketWeb.Platform.Mail;

/// <summary>Hands letters to an SMTP server, each over a connection of its own.</summary>
public sealed partial class SmtpPostman(IOptions<MailOptions> options, ILogger<SmtpPostman> logger) : IPostman
{
    public async Task<Outcome<Done>> SendAsync(Letter letter, CancellationToken cancel)
    {
        var settings = options.Value;
        using var message = SmtpLetter.Write(letter, settings);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (!string.IsNullOrEmpty(settings.Username))
            client.Credentials = new NetworkCredential(settings.Username, settings.Password);

        // The client's own time limit is for its synchronous calls only, and a server that stays silent holds even a cancelled one.
        var patience = TimeSpan.FromSeconds(settings.TimeoutSeconds);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(patience);
        try
        {
            await client.SendMailAsync(message, late.Token).WaitAsync(late.Token);
            return new Done();
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            LogDelayed("timeout");
            return new MailDelayed($"{settings.Host} took longer than {patience.TotalSeconds:0} seconds.");
        }
        catch (SmtpException refused)
        {
            return Judge(refused);
        }
    }

    /// <summary>
    /// Only what the server says of this letter or its receiver is final. A server that wants encryption or another password
    /// has nothing against the letter: once somebody has put the settings right, it goes out.
    /// </summary>
    private Outcome<Done> Judge(SmtpException refused)
    {
        var final = refused.StatusCode is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed
            or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.ExceededStorageAllocation or SmtpStatusCode.TransactionFailed;
        if (final)
        {
            LogRejected(refused.StatusCode);
            return new MailRejected(refused.Message);
        }

        LogDelayed(refused.StatusCode.ToString());
        return new MailDelayed((refused.InnerException ?? refused).Message);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server delayed a letter: {Status}")]
    private partial void LogDelayed(string status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server rejected a letter for good: {Status}")]
    private partial void LogRejected(SmtpStatusCode status);
}
