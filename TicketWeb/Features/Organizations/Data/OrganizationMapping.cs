using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TicketWeb.Features.Organizations.Domain;

namespace TicketWeb.Features.Organizations.Data;

internal sealed class OrganizationMapping : IEntityTypeConfiguration<Organization>, IEntityTypeConfiguration<Member>, IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.ToTable("organizations", "organizations");
        // The column is named like everybody else's reference to it, so that the tenant's wall stands around this table too.
        organization.Property(o => o.Id).HasColumnName("OrganizationId");
        // Nodes of the version before found organizations without knowing of these.
        organization.Property(o => o.LegalName).HasDefaultValue("");
        organization.Property(o => o.LegalAddress).HasDefaultValue("");
        organization.Property(o => o.TaxId).HasDefaultValue("");
        organization.HasIndex(o => o.Slug).IsUnique();
        organization.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.ToTable("members", "organizations");
        member.HasIndex(m => new { m.OrganizationId, m.AccountId }).IsUnique();
        member.HasIndex(m => m.AccountId);
        member.HasOne<Organization>().WithMany().HasForeignKey(m => m.OrganizationId);
    }

    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations", "organizations");
        invitation.HasIndex(i => new { i.OrganizationId, i.Email }).IsUnique();
        invitation.HasIndex(i => i.SecretHash).IsUnique();
        invitation.HasOne<Organization>().WithMany().HasForeignKey(i => i.OrganizationId);
    }
}
