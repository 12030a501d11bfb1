using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TicketWeb.Features.Payments.Domain;

namespace TicketWeb.Features.Payments.Data;

internal sealed class PaymentMapping : IEntityTypeConfiguration<Payment>, IEntityTypeConfiguration<Refund>, IEntityTypeConfiguration<InboxMessage>, IEntityTypeConfiguration<PayoutAccount>, IEntityTypeConfiguration<Dispute>
{
    private const string Payments = "payments";

    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.ToTable("payments", Payments, t =>
        {
            t.HasCheckConstraint("payments_never_over_refunded", "refunded >= 0 and refunded <= amount");
            t.HasCheckConstraint("payments_external_by_tender", "(provider = 'external') = (tender is not null)");
        });
        payment.HasIndex(p => p.OrderId);
        // Nodes of the version before begin payments without knowing of it.
        payment.Property(p => p.AskAt).HasDefaultValueSql("now() + interval '30 minutes'");
        payment.HasIndex(p => p.AskAt).HasFilter("state in ('Created', 'NeedsAction', 'Processing')");
        payment.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<Refund> refund)
    {
        refund.ToTable("refunds", Payments);
        refund.HasIndex(r => r.PaymentId);
        refund.HasIndex(r => r.OrganizationId).HasFilter("state = 'Failed'");
        refund.Ignore(r => r.MayRepeat);
        refund.HasIndex(r => r.Reference).IsUnique().HasFilter("reference is not null");
        refund.HasIndex(r => r.TriedBefore).IsUnique().HasFilter("tried_before is not null");
        refund.HasOne<Payment>().WithMany().HasForeignKey(r => r.PaymentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Dispute> dispute)
    {
        dispute.ToTable("disputes", Payments);
        dispute.HasIndex(d => d.Reference).IsUnique();
        dispute.HasIndex(d => d.OrderId);
        dispute.HasOne<Payment>().WithMany().HasForeignKey(d => d.PaymentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PayoutAccount> account)
    {
        account.ToTable("payout_accounts", Payments);
        account.HasKey(a => a.OrganizationId);
        account.HasIndex(a => a.Reference).IsUnique();
    }

    public void Configure(EntityTypeBuilder<InboxMessage> message)
    {
        message.ToTable("inbox", Payments);
        message.HasKey(m => new { m.Provider, m.EventId });
    }
}
