using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TicketWeb.Features.Pricing.Domain;

namespace TicketWeb.Features.Pricing.Data;

internal sealed class PricingMapping : IEntityTypeConfiguration<DiscountCode>
{
    /// <summary>The index that keeps a code from being made twice for an event.</summary>
    public const string OneOfAName = "discount_codes_one_of_a_name";

    public void Configure(EntityTypeBuilder<DiscountCode> code)
    {
        code.ToTable("discount_codes", "pricing");
        code.Ignore(c => c.Terms);
        // Nodes of the version before write codes without knowing of this.
        code.Property(c => c.OpensEarly).HasDefaultValue(false);
        code.HasIndex(c => new { c.EventId, c.Code }).IsUnique().HasDatabaseName(OneOfAName);
        code.HasIndex(c => c.OrganizationId);
    }
}
