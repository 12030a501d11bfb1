using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TicketWeb.Features.Payments.Sandbox;

internal sealed class SandboxMapping : IEntityTypeConfiguration<SandboxIntent>, IEntityTypeConfiguration<SandboxEvent>
{
    public void Configure(EntityTypeBuilder<SandboxIntent> intent)
    {
        intent.ToTable("intents", "sandbox");
        intent.Ignore(i => i.Reference);
        intent.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<SandboxEvent> message)
    {
        message.ToTable("events", "sandbox");
        message.HasIndex(e => e.DueAt).HasFilter("delivered_at is null");
    }
}
