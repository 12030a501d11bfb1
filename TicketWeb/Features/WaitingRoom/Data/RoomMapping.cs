using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TicketWeb.Features.WaitingRoom.Domain;

namespace TicketWeb.Features.WaitingRoom.Data;

internal sealed class RoomMapping : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> room)
    {
        room.ToTable("rooms", "waiting");
        room.HasKey(r => r.EventId);
        room.Property(r => r.EventId).ValueGeneratedNever();
        room.Ignore(r => r.Figures);
        room.HasIndex(r => r.Slug).IsUnique();
        room.OwnsOne(r => r.Line, line =>
        {
            line.WithOwner().HasForeignKey(nameof(Room.EventId));
            line.Ignore(l => l.Waiting);
            line.Ignore(l => l.Lapsed);
        });
        room.Navigation(r => r.Line).IsRequired();
    }
}
