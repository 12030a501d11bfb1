using Microsoft.AspNetCore.Identity;
using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

/// <summary>The app on somebody's phone that makes six digits every half minute, and the codes on paper for when the phone is gone.</summary>
public sealed class Authenticator(UserManager<Account> accounts, SignInManager<Account> signIn, IAccountLetters letters, PublicLinks links)
{
    private const int CodesAtOnce = 10;
    private const string Issuer = "TicketWeb";

    // Where Identity's store keeps the key. Its own ResetAuthenticatorKey would end all sessions for merely looking at the page.
    private const string StoreProvider = "[AspNetUserStore]";
    private const string StoreKey = "AuthenticatorKey";

    public async Task<bool> IsOnAsync(Guid accountId) => (await accounts.MineAsync(accountId)).TwoFactorEnabled;

    public async Task<int> RecoveryCodesLeftAsync(Guid accountId) => await accounts.CountRecoveryCodesAsync(await accounts.MineAsync(accountId));

    /// <summary>The key to enter into the app, the same until it was used; null once the app is on, when nobody needs to see it again.</summary>
    public async Task<AuthenticatorKey?> KeyAsync(Guid accountId)
    {
        var account = await accounts.MineAsync(accountId);
        if (account.TwoFactorEnabled)
            return null;

        var key = await accounts.GetAuthenticatorKeyAsync(account);
        if (key is null)
        {
            key = accounts.GenerateNewAuthenticatorKey();
            (await accounts.SetAuthenticationTokenAsync(account, StoreProvider, StoreKey, key)).Check();
        }

        var label = Uri.EscapeDataString($"{Issuer}:{account.Email}");
        return new AuthenticatorKey(key, $"otpauth://totp/{label}?secret={key}&issuer={Issuer}&digits=6");
    }

    /// <returns>Recovery codes, to be shown this once.</returns>
    public async Task<Outcome<RecoveryCodes>> TurnOnAsync(Guid accountId, string? code, CancellationToken cancel)
    {
        var account = await accounts.MineAsync(accountId);
        if (!await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, SecondStep.Digits(code)))
            return new InvalidInput([new InputError("code", "That code is not right. Check that the clock of your phone is set by the network, and try the next one.")]);

        (await accounts.SetTwoFactorEnabledAsync(account, true)).Check();
        var codes = await MakeCodesAsync(account);
        await signIn.RefreshSignInAsync(account);
        await TellAsync(account, "An authenticator app was set up.", cancel);
        return codes;
    }

    /// <returns>New recovery codes; the older ones are dead.</returns>
    public async Task<Outcome<RecoveryCodes>> RenewCodesAsync(Guid accountId, string? password, CancellationToken cancel)
    {
        var account = await accounts.MineAsync(accountId);
        if (!account.TwoFactorEnabled)
            return new NotFound("authenticator app");
        if (!await accounts.ProvesItselfAsync(account, password))
            return NotProven;

        var codes = await MakeCodesAsync(account);
        await TellAsync(account, "New recovery codes were made.", cancel);
        return codes;
    }

    public async Task<Outcome<Done>> TurnOffAsync(Guid accountId, string? password, CancellationToken cancel)
    {
        var account = await accounts.MineAsync(accountId);
        if (!await accounts.ProvesItselfAsync(account, password))
            return NotProven;

        (await accounts.SetTwoFactorEnabledAsync(account, false)).Check();
        (await accounts.ResetAuthenticatorKeyAsync(account)).Check();
        await signIn.RefreshSignInAsync(account);
        await TellAsync(account, "The authenticator app was turned off.", cancel);
        return new Done();
    }

    private static InvalidInput NotProven => new([new InputError("proof", new WrongPassword().Sentence)]);

    private async Task<RecoveryCodes> MakeCodesAsync(Account account) =>
        new([.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, CodesAtOnce) ?? []]);

    private Task TellAsync(Account account, string change, CancellationToken cancel) =>
        letters.SecurityChangedAsync(account, change, links.To("/account/security"), cancel);
}
