using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

/// <summary>
/// Makes accounts. Its answers are the same for an address that has one already; the mailbox is told the difference. An account comes to life
/// only when the link from the mailbox meets the password from the form: neither whoever typed a stranger's address, nor whoever reads a
/// stranger's mail, gets in alone.
/// </summary>
public sealed class Registration(
    UserManager<Account> accounts, IPasswordHasher<Account> hasher, SignInManager<Account> signIn,
    IAccountLetters letters, MailAllowance allowance, PublicLinks links, TimeProvider clock)
{
    private const string ConfirmPath = "/account/confirm-email";
    private const int LongestName = 100;

    /// <param name="returnUrl">Where the person wanted to go; travels in the link.</param>
    /// <returns>Refusals are about what was typed, never about who has an account.</returns>
    public Task<Outcome<Done>> SignUpAsync(string? name, string? email, string? password, string? returnUrl, CancellationToken cancel) =>
        EvenTime.SpendAsync(() => SignUpInItsTimeAsync(name, email, password, returnUrl, cancel), cancel);

    /// <summary>Sends the link once more, if there is an account that waits for it.</summary>
    public Task<Done> SendLinkAgainAsync(string? email, string? returnUrl, CancellationToken cancel) => EvenTime.SpendAsync(async () =>
    {
        if (EmailAddress.TryParse(email, out var address) && await accounts.FindByEmailAsync(address.Value) is { EmailConfirmed: false } account && allowance.TryTake(address))
            await SendLinkAsync(account, returnUrl, cancel);
        return new Done();
    }, cancel);

    /// <summary>Confirms the address and signs in at once.</summary>
    public async Task<Outcome<Done>> ConfirmAsync(string? accountId, string? token, string? password, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var account = accountId is null ? null : await accounts.FindByIdAsync(accountId);
        if (account is null || token is null)
            return new LinkExpired();
        if (account.EmailConfirmed)
            return new AlreadyConfirmed();
        if (await accounts.IsLockedOutAsync(account))
            return new WrongPassword();
        if (!await accounts.CheckPasswordAsync(account, password ?? ""))
        {
            await accounts.AccessFailedAsync(account);
            return new WrongPassword();
        }

        if (!(await accounts.ConfirmEmailAsync(account, SealedToken.Read(token))).Succeeded)
            return new LinkExpired();

        await accounts.ResetAccessFailedCountAsync(account);
        await signIn.SignInAsync(account, isPersistent: false);
        return new Done();
    }

    private async Task<Outcome<Done>> SignUpInItsTimeAsync(string? name, string? email, string? password, string? returnUrl, CancellationToken cancel)
    {
        var errors = new InputErrors();
        var displayName = errors.Text(name, "name", "Your name", LongestName);
        errors.Require(EmailAddress.TryParse(email, out var address), "email", "Enter an e-mail address like name@example.org.");
        var wanted = new Account { Email = address?.Value, UserName = address?.Value, DisplayName = displayName, CreatedAt = clock.GetUtcNow(), LockoutEnabled = true };
        foreach (var rule in accounts.PasswordValidators)
        {
            foreach (var error in (await rule.ValidateAsync(accounts, wanted, password)).Errors)
                errors.Require(false, "password", error.Description);
        }

        if (!errors.None)
            return errors.ToRefusal();

        var found = await accounts.FindByEmailAsync(address!.Value);
        if (found is { EmailConfirmed: true })
            await TellOwnerAsync(found, address, password!, cancel);
        else if (found is not null)
            await StartOverAsync(found, displayName, password!, cancel);
        else
            found = await CreateAsync(wanted, password!);

        if (found is { EmailConfirmed: false } && allowance.TryTake(address))
            await SendLinkAsync(found, returnUrl, cancel);
        return new Done();
    }

    private async Task TellOwnerAsync(Account owner, EmailAddress address, string password, CancellationToken cancel)
    {
        // Takes as long as making an account does.
        _ = hasher.HashPassword(owner, password);
        if (allowance.TryTake(address))
            await letters.AlreadyRegisteredAsync(owner, links.To("/account/sign-in"), cancel);
    }

    /// <summary>Nobody has shown yet that the mailbox is theirs: the last to try sets the password, and older links die with the old one.</summary>
    private async Task StartOverAsync(Account waiting, string displayName, string password, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        waiting.DisplayName = displayName;
        waiting.PasswordHash = hasher.HashPassword(waiting, password);
        (await accounts.UpdateSecurityStampAsync(waiting)).Check();
    }

    /// <returns>Null when somebody else's request made the same account in this very moment.</returns>
    private async Task<Account?> CreateAsync(Account wanted, string password)
    {
        try
        {
            (await accounts.CreateAsync(wanted, password)).Check();
            return wanted;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return null;
        }
    }

    private async Task SendLinkAsync(Account account, string? returnUrl, CancellationToken cancel)
    {
        var token = SealedToken.Write(await accounts.GenerateEmailConfirmationTokenAsync(account));
        await letters.ConfirmEmailAsync(account, links.To(ConfirmPath, ("account", account.Id.ToString()), ("token", token), ("returnUrl", returnUrl)), cancel);
    }
}
