using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TicketWeb.Platform.Outbox;

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("outbox", "platform");
        message.HasKey(m => m.Id);
        message.Property(m => m.Body).HasColumnType("jsonb");
        message.HasIndex(m => m.Id, "IX_outbox_waiting").HasFilter("told_at is null and given_up_at is null");
        message.HasIndex(m => m.Id, "IX_outbox_given_up").HasFilter("given_up_at is not null");
        message.HasIndex(m => m.Key).HasFilter("told_at is null");
    }
}
