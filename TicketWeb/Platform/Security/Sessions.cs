using Microsoft.AspNetCore.Identity;

namespace TicketWeb.Platform.Security;

/// <summary>Ends what is open in an account's name. Pages notice within half a minute, open dashboards too.</summary>
public sealed class Sessions(UserManager<Account> accounts, SignInManager<Account> signIn)
{
    /// <summary>Signs this browser out.</summary>
    public Task EndThisAsync() => signIn.SignOutAsync();

    /// <summary>Signs the account out everywhere.</summary>
    public async Task EndAllAsync(Guid accountId)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is { } account)
            (await accounts.UpdateSecurityStampAsync(account)).Check();
    }

    /// <summary>Keeps the account from signing in, by whatever means, until it is unlocked, and ends its sessions.</summary>
    public async Task LockAsync(Guid accountId)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is not { } account)
            return;
        (await accounts.SetLockoutEndDateAsync(account, DateTimeOffset.MaxValue)).Check();
        (await accounts.UpdateSecurityStampAsync(account)).Check();
    }

    public async Task UnlockAsync(Guid accountId)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is { } account)
            (await accounts.SetLockoutEndDateAsync(account, null)).Check();
    }
}
