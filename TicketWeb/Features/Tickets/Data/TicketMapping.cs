using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TicketWeb.Features.Tickets.Domain;

namespace TicketWeb.Features.Tickets.Data;

internal sealed class TicketMapping : IEntityTypeConfiguration<Ticket>, IEntityTypeConfiguration<SigningKey>
{
    private const string Tickets = "tickets";

    public void Configure(EntityTypeBuilder<Ticket> ticket)
    {
        ticket.ToTable("tickets", Tickets);
        ticket.HasIndex(t => new { t.OrderId, t.Position }).IsUnique();
        ticket.HasIndex(t => new { t.EventId, t.Number }).IsUnique();
        ticket.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<SigningKey> key)
    {
        key.ToTable("signing_keys", Tickets);
        key.HasKey(k => new { k.OrganizationId, k.KeyId });
    }
}
