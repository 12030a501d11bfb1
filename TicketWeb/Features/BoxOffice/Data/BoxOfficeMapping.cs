using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TicketWeb.Features.BoxOffice.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.BoxOffice.Data;

internal sealed class BoxOfficeMapping : IEntityTypeConfiguration<DrawerEntry>, IEntityTypeConfiguration<Closing>, IEntityTypeConfiguration<CountedTender>
{
    private const string BoxOffice = "box_office";

    public void Configure(EntityTypeBuilder<DrawerEntry> entry)
    {
        entry.ToTable("drawer_entries", BoxOffice);
        entry.HasOne<Closing>().WithMany().HasForeignKey(e => e.ClosingId).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.OrganizationId, e.At });
        entry.HasIndex(e => new { e.OrganizationId, e.Operator }).HasFilter("closing_id is null");
        // An order is sold once, and a refund given back once.
        entry.HasIndex(e => e.OrderId).IsUnique().HasFilter("refund_id is null");
        entry.HasIndex(e => e.RefundId).IsUnique().HasFilter("refund_id is not null");
    }

    public void Configure(EntityTypeBuilder<Closing> closing)
    {
        closing.ToTable("closings", BoxOffice, t => t.HasComment(Schema.AppendOnly));
        closing.HasMany(c => c.Others).WithOne().HasForeignKey(o => o.ClosingId).OnDelete(DeleteBehavior.Restrict);
        closing.Navigation(c => c.Others).HasField("_others").AutoInclude();
        closing.HasIndex(c => new { c.OrganizationId, c.Key }).IsUnique();
        closing.HasIndex(c => new { c.OrganizationId, c.ClosedAt });
    }

    public void Configure(EntityTypeBuilder<CountedTender> counted)
    {
        counted.ToTable("counted_tenders", BoxOffice, t =>
        {
            t.HasComment(Schema.AppendOnly);
            t.HasCheckConstraint("counted_tenders_besides_cash", "tender <> 'Cash'");
        });
        counted.HasKey(c => new { c.ClosingId, c.Tender });
    }
}
