using TicketWeb.Kernel;

namespace TicketWeb.Platform.Mail;

/// <summary>Development's postman: the mail stays where it is and is read on the mailbox page.</summary>
internal sealed class MailboxPostman : IPostman
{
    public bool Keeps => true;

    public Task<Outcome<Done>> SendAsync(Letter letter, CancellationToken cancel) => Task.FromResult<Outcome<Done>>(new Done());
}
