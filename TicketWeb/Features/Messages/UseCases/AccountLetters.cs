using TicketWeb.Features.Messages.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Mail;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Messages.UseCases;

/// <summary>The mails about an account.</summary>
internal sealed class AccountLetters(MailRoom mailRoom) : IAccountLetters
{
    public Task ConfirmEmailAsync(Account account, string link, CancellationToken cancel) => PostAsync(account, "Confirm your e-mail", p => p
        .Paragraph($"Welcome, {account.DisplayName}. Open the link and type your password once more: that shows the mailbox is yours, and your account is ready.")
        .Button("Confirm my e-mail", link)
        .Small("If you did not sign up with TicketWeb, you need do nothing."), cancel);

    public Task AlreadyRegisteredAsync(Account account, string signInLink, CancellationToken cancel) => PostAsync(account, "You have an account already", p => p
        .Paragraph("Someone, probably you, tried to sign up with this address. It has an account already: sign in, or set a new password there.")
        .Button("Sign in", signInLink)
        .Small("If that was not you, you need do nothing. Your account is unchanged."), cancel);

    public Task ResetPasswordAsync(Account account, string link, CancellationToken cancel) => PostAsync(account, "Choose a new password", p => p
        .Paragraph("You asked for a new password. The link works once and for a short time.")
        .Button("Choose a new password", link)
        .Small("If you did not ask, leave this mail alone: your password stays as it is."), cancel);

    public Task SecurityChangedAsync(Account account, string change, string securityLink, CancellationToken cancel) => PostAsync(account, "Your account was changed", p => p
        .Paragraph(change)
        .Button("Look at my security", securityLink)
        .Small("If that was not you, sign out everywhere there and choose a new password."), cancel);

    private async Task PostAsync(Account account, string heading, Func<LetterPage, LetterPage> write, CancellationToken cancel)
    {
        if (!EmailAddress.TryParse(account.Email, out var to))
            return;
        var page = write(new LetterPage(heading));
        await mailRoom.PostAsync(new Letter(to, heading, page.Html(), page.Text(), []), $"account:{Guid.NewGuid():N}", organization: null, cancel);
    }
}
