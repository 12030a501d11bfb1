using Microsoft.AspNetCore.Identity;
using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

/// <summary>A new password for someone who is signed in. Every other session of theirs ends.</summary>
public sealed class PasswordChange(UserManager<Account> accounts, SignInManager<Account> signIn, IAccountLetters letters, PublicLinks links)
{
    public async Task<Outcome<Done>> RunAsync(Guid accountId, string? current, string? password, CancellationToken cancel)
    {
        var account = await accounts.MineAsync(accountId);
        if (!await accounts.ProvesItselfAsync(account, current))
            return new InvalidInput([new InputError("current", new WrongPassword().Sentence)]);

        var result = await accounts.ChangePasswordAsync(account, current!, password ?? "");
        if (!result.Succeeded)
            return new InvalidInput([.. result.Errors.Select(e => new InputError("password", e.Description))]);

        await signIn.RefreshSignInAsync(account);
        await letters.SecurityChangedAsync(account, "Your password was changed.", links.To("/account/security"), cancel);
        return new Done();
    }
}
