using Microsoft.AspNetCore.Identity;
using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

/// <summary>
/// The first step. Whether the address has an account, waits to be confirmed or rests after too many tries is told to those alone who know the password.
/// </summary>
public sealed class PasswordSignIn(UserManager<Account> accounts, SignInManager<Account> signIn, IPasswordHasher<Account> hasher)
{
    private static readonly Account Nobody = new();
    private static string? _nobodysHash;

    public async Task<Outcome<SignInStep>> RunAsync(string? email, string? password, bool remember, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var account = EmailAddress.TryParse(email, out var address) ? await accounts.FindByEmailAsync(address.Value) : null;
        if (account is null || await accounts.IsLockedOutAsync(account))
        {
            SpendTheTime(password ?? "");
            return new WrongPassword();
        }

        if (!account.EmailConfirmed)
            return await CheckUnconfirmedAsync(account, password ?? "");

        var result = await signIn.PasswordSignInAsync(account, password ?? "", remember, lockoutOnFailure: true);
        return result switch
        {
            { Succeeded: true } => SignInStep.Done,
            { RequiresTwoFactor: true } => SignInStep.SecondStep,
            _ => new WrongPassword(),
        };
    }

    private async Task<Outcome<SignInStep>> CheckUnconfirmedAsync(Account account, string password)
    {
        if (await accounts.CheckPasswordAsync(account, password))
            return SignInStep.ConfirmFirst;
        await accounts.AccessFailedAsync(account);
        return new WrongPassword();
    }

    private void SpendTheTime(string password)
    {
        _nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        _ = hasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
    }
}
