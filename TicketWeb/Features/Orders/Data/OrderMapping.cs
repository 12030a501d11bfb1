using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TicketWeb.Features.Orders.Domain;

namespace TicketWeb.Features.Orders.Data;

internal sealed class OrderMapping : IEntityTypeConfiguration<Order>, IEntityTypeConfiguration<OrderLine>
{
    private const string Orders = "orders";

    public void Configure(EntityTypeBuilder<Order> order)
    {
        order.ToTable("orders", Orders);
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
        order.HasIndex(o => o.AskGatewayAt).HasFilter("state = 'AwaitingPayment'");
        order.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<OrderLine> line)
    {
        line.ToTable("order_lines", Orders);
        line.HasKey(l => new { l.OrderId, l.Position });
    }
}
