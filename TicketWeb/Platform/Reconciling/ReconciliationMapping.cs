using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TicketWeb.Platform.Reconciling;

internal sealed class ReconciliationMapping : IEntityTypeConfiguration<Reconciliation>
{
    public void Configure(EntityTypeBuilder<Reconciliation> run)
    {
        run.ToTable("reconciliations", "platform");
        run.HasIndex(r => r.Night).IsUnique();
    }
}
