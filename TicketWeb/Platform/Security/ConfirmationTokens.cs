using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace TicketWeb.Platform.Security;

/// <summary>Seals the links that confirm an address. They live longer than those that set a password: they only work with it.</summary>
internal sealed class ConfirmationTokens(IDataProtectionProvider protection, ILogger<DataProtectorTokenProvider<Account>> logger)
    : DataProtectorTokenProvider<Account>(protection, Microsoft.Extensions.Options.Options.Create(Lifespan), logger)
{
    public const string Provider = "Confirmation";

    private static readonly DataProtectionTokenProviderOptions Lifespan = new() { Name = Provider, TokenLifespan = TimeSpan.FromDays(3) };
}
