namespace TicketWeb.Platform.Security;

/// <summary>
/// The mails about an account, written and sent by whoever knows how. Each call should only note the letter and come back at once: how long
/// it takes must not tell a stranger whether an account exists.
/// </summary>
public interface IAccountLetters
{
    /// <summary>To someone who signed up: the link proves that the mailbox is theirs.</summary>
    Task ConfirmEmailAsync(Account account, string link, CancellationToken cancel);

    /// <summary>To someone whose address was used to sign up although it has an account already.</summary>
    /// <param name="signInLink">Where they sign in, or set a new password.</param>
    Task AlreadyRegisteredAsync(Account account, string signInLink, CancellationToken cancel);

    Task ResetPasswordAsync(Account account, string link, CancellationToken cancel);

    /// <summary>Tells the owner what just changed, in case it was not them.</summary>
    /// <param name="change">A whole sentence: "A passkey was added."</param>
    /// <param name="securityLink">Where they look after it.</param>
    Task SecurityChangedAsync(Account account, string change, string securityLink, CancellationToken cancel);
}
