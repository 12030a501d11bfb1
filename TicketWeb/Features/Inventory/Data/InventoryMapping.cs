using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TicketWeb.Features.Inventory.Domain;

namespace TicketWeb.Features.Inventory.Data;

internal sealed class InventoryMapping :
    IEntityTypeConfiguration<Pool>,
    IEntityTypeConfiguration<PoolDraw>,
    IEntityTypeConfiguration<Reservation>,
    IEntityTypeConfiguration<ReservationItem>,
    IEntityTypeConfiguration<Allocation>,
    IEntityTypeConfiguration<AllocationItem>
{
    private const string Inventory = "inventory";

    public void Configure(EntityTypeBuilder<Pool> pool)
    {
        // Whatever the code does, the database does not oversell.
        pool.ToTable("pools", Inventory, t => t.HasCheckConstraint("pools_never_oversold", "claimed >= 0 and allocated >= 0 and claimed + allocated <= capacity"));
        pool.Ignore(p => p.Left);
        pool.Ignore(p => p.Limit);
        pool.HasIndex(p => p.AddOnId).IsUnique().HasFilter("add_on_id is not null");
        pool.HasIndex(p => p.EventId);
    }

    public void Configure(EntityTypeBuilder<PoolDraw> draw)
    {
        draw.ToTable("pool_draws", Inventory);
        draw.HasKey(d => new { d.TicketTypeId, d.PoolId });
        draw.HasIndex(d => d.EventId);
        draw.HasOne<Pool>().WithMany().HasForeignKey(d => d.PoolId);
    }

    public void Configure(EntityTypeBuilder<Reservation> reservation)
    {
        reservation.ToTable("reservations", Inventory);
        reservation.Ignore(r => r.Holds);
        reservation.Ignore(r => r.Wanted);
        reservation.HasMany(r => r.Items).WithOne().HasForeignKey(i => i.ReservationId);
        reservation.Navigation(r => r.Items).HasField("_items").AutoInclude();
        reservation.HasIndex(r => r.ExpiresAt).HasFilter("state = 'Active'");
        reservation.HasIndex(r => r.EventId);
        reservation.HasOne<Allocation>().WithMany().HasForeignKey(r => r.AllocationId).OnDelete(DeleteBehavior.Restrict);
        reservation.HasIndex(r => r.AllocationId).HasFilter("allocation_id is not null");
        reservation.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<ReservationItem> item)
    {
        item.ToTable("reservation_items", Inventory);
        item.HasKey(i => new { i.ReservationId, i.TicketTypeId });
        item.HasIndex(i => i.TicketTypeId);
    }

    public void Configure(EntityTypeBuilder<Allocation> allocation)
    {
        allocation.ToTable("allocations", Inventory);
        allocation.HasMany(a => a.Items).WithOne().HasForeignKey(i => i.AllocationId);
        allocation.Navigation(a => a.Items).HasField("_items").AutoInclude();
        allocation.HasIndex(a => a.EventId);
        allocation.HasIndex(a => a.EndsAt).HasFilter("released_at is null");
    }

    public void Configure(EntityTypeBuilder<AllocationItem> item)
    {
        item.ToTable("allocation_items", Inventory, t => t.HasCheckConstraint("allocation_items_never_below_nothing", "held >= 0"));
        item.HasKey(i => new { i.AllocationId, i.TicketTypeId });
        item.HasIndex(i => i.TicketTypeId);
    }
}
