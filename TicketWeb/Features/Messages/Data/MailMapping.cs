using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TicketWeb.Features.Messages.Domain;

namespace TicketWeb.Features.Messages.Data;

internal sealed class MailMapping : IEntityTypeConfiguration<OutgoingMail>, IEntityTypeConfiguration<OutgoingMailPart>
{
    private const string Messages = "messages";

    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("mails", Messages);
        mail.HasIndex(m => m.Occasion).IsUnique();
        mail.HasIndex(m => m.Id, "IX_mails_waiting").HasFilter("sent_at is null and failed_at is null");
        mail.HasIndex(m => m.Id, "IX_mails_given_up").HasFilter("failed_at is not null");
        mail.HasMany(m => m.Parts).WithOne().HasForeignKey(p => p.MailId);
    }

    public void Configure(EntityTypeBuilder<OutgoingMailPart> part)
    {
        part.ToTable("mail_parts", Messages);
        part.HasKey(p => new { p.MailId, p.Position });
    }
}
