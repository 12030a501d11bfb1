using TicketWeb.Kernel;

namespace TicketWeb.Platform.Mail;

/// <summary>Hands letters to whoever carries them.</summary>
public interface IPostman
{
    /// <summary>True when letters are read where they lie, so that nothing of them may be thrown away.</summary>
    bool Keeps => false;

    /// <summary>
    /// Hands over one letter. Refused with <see cref="MailDelayed"/> when it is worth trying again later, with
    /// <see cref="MailRejected"/> when it will never arrive. That it was taken says nothing about it being read.
    /// </summary>
    Task<Outcome<Done>> SendAsync(Letter letter, CancellationToken cancel);
}
