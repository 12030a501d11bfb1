using Microsoft.AspNetCore.Identity;
using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

/// <summary>
/// The code after the password. Wrong codes count on the account, together with wrong passwords, and only a completed sign-in sets the
/// count back: starting over with the password gives no new tries.
/// </summary>
public sealed class SecondStep(UserManager<Account> accounts, SignInManager<Account> signIn)
{
    public async Task<bool> IsExpectedAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is not null;

    public async Task<Outcome<Done>> UseAuthenticatorAsync(string? code, bool remember)
    {
        if (!await IsExpectedAsync())
            return new SignInAgain();
        var result = await signIn.TwoFactorAuthenticatorSignInAsync(Digits(code), remember, rememberClient: false);
        return result.Succeeded ? new Done() : new WrongCode();
    }

    public async Task<Outcome<Done>> UseRecoveryCodeAsync(string? code)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account)
            return new SignInAgain();
        if (await accounts.IsLockedOutAsync(account))
            return new WrongCode();

        var result = await signIn.TwoFactorRecoveryCodeSignInAsync((code ?? "").Trim().ToUpperInvariant());
        if (result.Succeeded)
            return new Done();

        // Identity does not count these by itself.
        await accounts.AccessFailedAsync(account);
        return new WrongCode();
    }

    /// <summary>People type "123 456" and "123-456".</summary>
    internal static string Digits(string? code) => string.Concat((code ?? "").Where(char.IsAsciiDigit));
}
