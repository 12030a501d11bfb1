using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TicketWeb.Features.Settlements.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Settlements.Data;

internal sealed class SettlementMapping :
    IEntityTypeConfiguration<Entry>,
    IEntityTypeConfiguration<Statement>,
    IEntityTypeConfiguration<StatementEntry>,
    IEntityTypeConfiguration<Document>,
    IEntityTypeConfiguration<DocumentNumber>
{
    private const string Settlements = "settlements";

    public void Configure(EntityTypeBuilder<Entry> entry)
    {
        entry.ToTable("entries", Settlements, t =>
        {
            t.HasComment(Schema.AppendOnly);
            t.HasCheckConstraint("entries_sum_to_zero", "buyer + in_transit + organization + platform + processor + tax = 0");
        });
        entry.Ignore(e => e.Moved);
        entry.HasIndex(e => new { e.SourceId, e.Kind }).IsUnique();
        entry.HasIndex(e => new { e.OrganizationId, e.BookedAt });
    }

    public void Configure(EntityTypeBuilder<Statement> statement)
    {
        statement.ToTable("statements", Settlements, t => t.HasComment(Schema.AppendOnly));
        statement.HasIndex(s => new { s.OrganizationId, s.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<StatementEntry> entry)
    {
        entry.ToTable("statement_entries", Settlements, t => t.HasComment(Schema.AppendOnly));
        entry.HasKey(e => e.EntryId);
        entry.HasIndex(e => e.StatementId);
        entry.HasOne<Entry>().WithMany().HasForeignKey(e => e.EntryId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Statement>().WithMany().HasForeignKey(e => e.StatementId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Document> document)
    {
        document.ToTable("documents", Settlements, t => t.HasComment(Schema.AppendOnly));
        document.Ignore(d => d.Seller);
        document.HasIndex(d => new { d.OrganizationId, d.Kind, d.Number }).IsUnique();
        document.HasIndex(d => d.OrderId).IsUnique().HasFilter("refund_id is null");
        document.HasIndex(d => d.RefundId).IsUnique().HasFilter("refund_id is not null");
    }

    public void Configure(EntityTypeBuilder<DocumentNumber> number)
    {
        number.ToTable("document_numbers", Settlements);
        number.HasKey(n => new { n.OrganizationId, n.Kind });
    }
}
