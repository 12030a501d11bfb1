using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TicketWeb.Platform.Security;

internal sealed class AccountMapping :
    IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>,
    IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    private const string Accounts = "accounts";

    /// <summary>The most that WebAuthn allows.</summary>
    private const int LongestCredentialId = 1023;

    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts", Accounts);
        account.Property(a => a.DisplayName).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim) => claim.ToTable("claims", Accounts);

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login) => login.ToTable("logins", Accounts);

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token) => token.ToTable("tokens", Accounts);

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey)
    {
        // Written out because Identity's own model asks its options for the schema version, and our contexts are made without a container.
        passkey.ToTable("passkeys", Accounts);
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(LongestCredentialId);
        passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId);
        passkey.OwnsOne(p => p.Data).ToJson("data");
    }
}
