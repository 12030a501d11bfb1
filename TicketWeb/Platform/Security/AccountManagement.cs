using Microsoft.AspNetCore.Identity;

namespace TicketWeb.Platform.Security;

internal static class AccountManagement
{
    /// <summary>The account that is signed in; one that was deleted meanwhile is a session that should not be.</summary>
    public static async Task<Account> MineAsync(this UserManager<Account> accounts, Guid accountId) =>
        await accounts.FindByIdAsync(accountId.ToString()) ?? throw new InvalidOperationException($"Account {accountId} is signed in and does not exist.");

    /// <summary>Asks for the password again before something that outlives the session. Wrong ones count like those at the front door.</summary>
    public static async Task<bool> ProvesItselfAsync(this UserManager<Account> accounts, Account account, string? password)
    {
        if (await accounts.IsLockedOutAsync(account))
            return false;
        if (await accounts.CheckPasswordAsync(account, password ?? ""))
            return true;
        await accounts.AccessFailedAsync(account);
        return false;
    }

    public static void Check(this IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => $"{e.Code}: {e.Description}")));
    }
}
