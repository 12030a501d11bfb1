using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TicketWeb.Features.Door.Domain;

namespace TicketWeb.Features.Door.Data;

internal sealed class DoorMapping :
    IEntityTypeConfiguration<Device>,
    IEntityTypeConfiguration<PairingCode>,
    IEntityTypeConfiguration<Scan>,
    IEntityTypeConfiguration<CheckIn>
{
    private const string Door = "door";

    public void Configure(EntityTypeBuilder<Device> device)
    {
        device.ToTable("devices", Door);
        device.HasIndex(d => d.TokenHash).IsUnique();
        device.HasIndex(d => d.EventId);
    }

    public void Configure(EntityTypeBuilder<PairingCode> code)
    {
        code.ToTable("pairing_codes", Door);
        code.HasIndex(c => c.Locator).HasFilter("used_at is null");
    }

    public void Configure(EntityTypeBuilder<Scan> scan)
    {
        scan.ToTable("scans", Door);
        scan.HasIndex(s => new { s.EventId, s.At });
        scan.HasIndex(s => s.DeviceId);
        scan.HasIndex(s => s.TicketId);
    }

    public void Configure(EntityTypeBuilder<CheckIn> checkIn)
    {
        checkIn.ToTable("check_ins", Door, t => t.HasCheckConstraint("check_ins_by_somebody", "num_nonnulls(device_id, person_id) = 1"));
        checkIn.HasKey(c => new { c.TicketId, c.Day });
        checkIn.HasIndex(c => new { c.EventId, c.Day });
    }
}
