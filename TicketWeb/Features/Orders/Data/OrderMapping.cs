using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Pricing;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.Data;

internal sealed class OrderMapping :
    IEntityTypeConfiguration<Order>,
    IEntityTypeConfiguration<OrderLine>,
    IEntityTypeConfiguration<OrderRefund>,
    IEntityTypeConfiguration<RefundedPart>,
    IEntityTypeConfiguration<EventRefund>,
    IEntityTypeConfiguration<EventRefundJob>
{
    private const string Orders = "orders";

    public void Configure(EntityTypeBuilder<Order> order)
    {
        // An order is written three times before it is paid. No index depends on what the last time changes, and there is room for it beside the row:
        // so PostgreSQL leaves all indexes as they are then.
        order.ToTable("orders", Orders).HasStorageParameter("fillfactor", 70);
        order.Ignore(o => o.Quote);
        order.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderId);
        order.Navigation(o => o.Lines).HasField("_lines").AutoInclude();
        order.HasIndex(o => o.Number).IsUnique();
        order.HasIndex(o => o.SecretHash).IsUnique();
        order.HasIndex(o => o.ReservationId).IsUnique();
        order.HasIndex(o => o.AdmissionId).IsUnique().HasFilter("admission_id is not null");
        order.HasIndex(o => new { o.EventId, o.Id });
        order.HasIndex(o => new { o.OrganizationId, o.Id });
        order.HasIndex(o => o.Person).HasFilter("person is not null");
        order.HasIndex(o => o.DiscountCodeId).HasFilter("discount_code_id is not null");
        order.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<OrderLine> line)
    {
        line.ToTable("order_lines", Orders);
        line.HasKey(l => new { l.OrderId, l.Position });
        line.HasIndex(l => l.TierId).HasFilter("tier_id is not null");
        // Nodes of the version before write lines without knowing of these.
        line.Property(l => l.Kind).HasDefaultValue(LineKind.Ticket);
        line.Property(l => l.Refunded).HasDefaultValue(0);
        line.Property(l => l.Returned).HasDefaultValue(0);
        line.Property(l => l.Fees!).HasListConversion().IsRequired(false);
    }

    public void Configure(EntityTypeBuilder<OrderRefund> refund)
    {
        refund.ToTable("order_refunds", Orders);
        refund.HasOne<Order>().WithMany().HasForeignKey(r => r.OrderId).OnDelete(DeleteBehavior.Restrict);
        refund.Ignore(r => r.Sums);
        refund.Ignore(r => r.OnlyFee);
        refund.Ignore(r => r.InstallationFee);
        refund.HasMany(r => r.Parts).WithOne().HasForeignKey(p => p.RefundId);
        refund.Navigation(r => r.Parts).HasField("_parts").AutoInclude();
        refund.HasIndex(r => new { r.OrderId, r.Key }).IsUnique();
        refund.HasIndex(r => new { r.EventId, r.Id });
        refund.HasIndex(r => new { r.OrganizationId, r.DecidedAt });
        // Nodes of the version before write refunds without knowing of these.
        refund.Property(r => r.UndonePrice).HasDefaultValue(0L);
        refund.Property(r => r.UndoneFee).HasDefaultValue(0L);
        refund.Property(r => r.UndoneOwnFee).HasDefaultValue(0L);
        refund.Property(r => r.UndoneProcessorFee).HasDefaultValue(0L);
        refund.Property(r => r.UndoneTax).HasDefaultValue(0L);
        refund.Property(r => r.UndoneOwnFeeWithin).HasDefaultValue(0L);
        refund.Property(r => r.OwnFeeWithin).HasDefaultValue(0L);
    }

    public void Configure(EntityTypeBuilder<RefundedPart> part)
    {
        part.ToTable("refunded_parts", Orders);
        part.HasKey(p => new { p.OrderId, p.Position, p.Part, p.Fee });
        part.HasIndex(p => p.RefundId);
        // Nodes of the version before write parts without knowing of these.
        part.Property(p => p.AddOn).HasDefaultValue(false);
        part.Property(p => p.Fee).HasDefaultValue("").ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<EventRefund> refund)
    {
        refund.ToTable("event_refunds", Orders);
        refund.HasIndex(r => new { r.EventId, r.Id });
    }

    public void Configure(EntityTypeBuilder<EventRefundJob> job)
    {
        job.ToTable("event_refund_jobs", Orders);
        job.HasOne<EventRefund>().WithMany().HasForeignKey(j => j.RefundId);
        job.HasIndex(j => new { j.RefundId, j.OrderId }).IsUnique();
        job.HasIndex(j => j.Id, "IX_event_refund_jobs_waiting").HasFilter("done_at is null and failed_at is null");
    }
}
