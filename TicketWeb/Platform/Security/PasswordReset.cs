using Microsoft.AspNetCore.Identity;
using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

/// <summary>Sets a new password through the mailbox. Changes the account's stamp, which ends every session and every older link.</summary>
public sealed class PasswordReset(UserManager<Account> accounts, IAccountLetters letters, MailAllowance allowance, PublicLinks links)
{
    private const string ResetPath = "/account/reset-password";

    /// <summary>Sends a link, if there is an account; the answer is the same if there is none.</summary>
    public Task<Outcome<Done>> AskAsync(string? email, CancellationToken cancel) => EvenTime.SpendAsync<Outcome<Done>>(async () =>
    {
        if (!EmailAddress.TryParse(email, out var address))
            return new InvalidInput([new InputError("email", "Enter an e-mail address like name@example.org.")]);

        if (await accounts.FindByEmailAsync(address.Value) is { } account && allowance.TryTake(address))
        {
            var token = SealedToken.Write(await accounts.GeneratePasswordResetTokenAsync(account));
            await letters.ResetPasswordAsync(account, links.To(ResetPath, ("account", account.Id.ToString()), ("token", token)), cancel);
        }

        return new Done();
    }, cancel);

    public async Task<Outcome<Done>> ResetAsync(string? accountId, string? token, string? password, CancellationToken cancel)
    {
        var account = accountId is null ? null : await accounts.FindByIdAsync(accountId);
        if (account is null || token is null)
            return new LinkExpired();

        // The link came to the mailbox, so the mailbox is theirs.
        account.EmailConfirmed = true;
        var result = await accounts.ResetPasswordAsync(account, SealedToken.Read(token), password ?? "");
        if (!result.Succeeded)
        {
            return result.Errors.FirstOrDefault(e => e.Code == PasswordRules.ErrorCode) is { } rule
                ? new InvalidInput([new InputError("password", rule.Description)])
                : new LinkExpired();
        }

        await letters.SecurityChangedAsync(account, "Your password was changed.", links.To("/account/security"), cancel);
        return new Done();
    }
}
