using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

/// <summary>The passkeys of someone who is signed in.</summary>
public sealed class Passkeys(UserManager<Account> accounts, SignInManager<Account> signIn, IAccountLetters letters, PublicLinks links)
{
    private const int Most = 20;
    private const int LongestName = 60;

    public async Task<IReadOnlyList<PasskeyView>> ListAsync(Guid accountId)
    {
        var passkeys = await accounts.GetPasskeysAsync(await accounts.MineAsync(accountId));
        return [.. passkeys.OrderBy(p => p.CreatedAt).Select(p => new PasskeyView(Base64Url.EncodeToString(p.CredentialId), p.Name ?? "Passkey", p.CreatedAt))];
    }

    /// <summary>What the browser needs to make a passkey, as JSON. The challenge waits in a short-lived cookie.</summary>
    public async Task<string> CreationOptionsAsync(Guid accountId)
    {
        var account = await accounts.MineAsync(accountId);
        return await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = account.Id.ToString(),
            Name = account.Email!,
            DisplayName = account.DisplayName,
        });
    }

    /// <param name="credential">What the browser answered, as JSON.</param>
    public async Task<Outcome<Done>> AddAsync(Guid accountId, string? credential, string? name, CancellationToken cancel)
    {
        var account = await accounts.MineAsync(accountId);
        if (string.IsNullOrWhiteSpace(credential) || (await accounts.GetPasskeysAsync(account)).Count >= Most)
            return new PasskeyRefused();

        var attestation = await signIn.PerformPasskeyAttestationAsync(credential);
        if (!attestation.Succeeded)
            return new PasskeyRefused();

        attestation.Passkey.Name = Fitting(name);
        (await accounts.AddOrUpdatePasskeyAsync(account, attestation.Passkey)).Check();
        await letters.SecurityChangedAsync(account, "A passkey was added.", links.To("/account/security"), cancel);
        return new Done();
    }

    public async Task<Outcome<Done>> RenameAsync(Guid accountId, string? passkeyId, string? name)
    {
        var account = await accounts.MineAsync(accountId);
        if (await FindAsync(account, passkeyId) is not { } passkey)
            return new NotFound("passkey");

        passkey.Name = Fitting(name);
        (await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Check();
        return new Done();
    }

    public async Task<Outcome<Done>> RemoveAsync(Guid accountId, string? passkeyId, CancellationToken cancel)
    {
        var account = await accounts.MineAsync(accountId);
        if (await FindAsync(account, passkeyId) is not { } passkey)
            return new NotFound("passkey");

        (await accounts.RemovePasskeyAsync(account, passkey.CredentialId)).Check();
        await letters.SecurityChangedAsync(account, "A passkey was removed.", links.To("/account/security"), cancel);
        return new Done();
    }

    private async Task<UserPasskeyInfo?> FindAsync(Account account, string? passkeyId) =>
        (await accounts.GetPasskeysAsync(account)).FirstOrDefault(p => Base64Url.EncodeToString(p.CredentialId) == passkeyId);

    private static string Fitting(string? name) => name?.Trim() switch
    {
        null or "" => "Passkey",
        { Length: > LongestName } tooLong => tooLong[..LongestName],
        var fine => fine,
    };
}
