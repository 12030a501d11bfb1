using Microsoft.AspNetCore.Identity;
using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

/// <summary>
/// Signs in with a passkey, which stands for password and second step in one. The pause after wrong passwords does not stop it: a stranger
/// who guesses must not keep a promoter out on the evening of the show. A lock set by hand does.
/// </summary>
public sealed class PasskeySignIn(UserManager<Account> accounts, SignInManager<Account> signIn)
{
    /// <summary>What the browser needs to offer the visitor's passkeys, as JSON. Nobody is named, so nobody is found out.</summary>
    public Task<string> OptionsAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <param name="credential">What the browser answered, as JSON.</param>
    public async Task<Outcome<Done>> RunAsync(string? credential)
    {
        if (string.IsNullOrWhiteSpace(credential))
            return new PasskeyRefused();

        var assertion = await signIn.PerformPasskeyAssertionAsync(credential);
        if (!assertion.Succeeded || !assertion.User.EmailConfirmed || assertion.User.LockoutEnd == DateTimeOffset.MaxValue)
            return new PasskeyRefused();

        // Keeps the authenticator's counter, by which a copied key gives itself away.
        if (!(await accounts.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey)).Succeeded)
            return new PasskeyRefused();
        await signIn.SignInAsync(assertion.User, isPersistent: true, "passkey");
        return new Done();
    }
}
