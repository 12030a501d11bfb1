using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TicketWeb.Features.Events.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Events.Data;

internal sealed class EventMapping :
    IEntityTypeConfiguration<Event>,
    IEntityTypeConfiguration<Venue>,
    IEntityTypeConfiguration<TicketType>,
    IEntityTypeConfiguration<Picture>
{
    private const string Events = "events";

    public void Configure(EntityTypeBuilder<Event> happening)
    {
        happening.ToTable("events", Events);
        happening.Ignore(e => e.Fees);
        // Nodes of the version before write events without knowing of these.
        happening.Property(e => e.OwnFees).HasDefaultValueSql("'[]'").HasListConversion();
        happening.Property(e => e.ProcessingFlat).HasDefaultValue(0L);
        happening.Property(e => e.ProcessingBasisPoints).HasDefaultValue(0);
        happening.Property(e => e.AbsorbsProcessing).HasDefaultValue(false);
        happening.HasIndex(e => e.Slug).IsUnique();
        happening.HasIndex(e => e.OrganizationId);
        happening.HasIndex(e => e.StartsAt);
        happening.HasOne<Venue>().WithMany().HasForeignKey(e => e.VenueId).OnDelete(DeleteBehavior.Restrict);
        happening.HasOne<Picture>().WithMany().HasForeignKey(e => e.PictureId).OnDelete(DeleteBehavior.Restrict);
        happening.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<Venue> venue)
    {
        venue.ToTable("venues", Events);
        venue.HasIndex(v => v.OrganizationId);
        venue.Ignore(v => v.Tax);
        venue.Property(v => v.TaxIncluded).HasDefaultValue(true);
        venue.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<TicketType> type)
    {
        type.ToTable("ticket_types", Events);
        type.HasIndex(t => t.EventId);
        type.HasOne<Event>().WithMany().HasForeignKey(t => t.EventId).OnDelete(DeleteBehavior.Restrict);
        // Nodes of the version before write ticket types without knowing of these.
        type.Property(t => t.ChoosesAmount).HasDefaultValue(false);
        type.Property(t => t.Hidden).HasDefaultValue(false);
        type.Ignore(t => t.AddOn);
        type.Property(t => t.IsAddOn).HasDefaultValue(false);
        type.Property(t => t.GoesWith).HasDefaultValueSql("'{}'");
        type.Property(t => t.Included).HasDefaultValue(0);
        type.Property(t => t.Tiers).HasDefaultValueSql("'[]'").HasListConversion();
        type.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<Picture> picture) => picture.ToTable("pictures", Events);
}
