using TicketWeb.Features.Messages.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Mail;

namespace TicketWeb.Features.Messages.UseCases;

/// <summary>The mail that asks someone onto a team.</summary>
internal sealed class InvitationLetters(MailRoom mailRoom) : IInvitationLetters
{
    public async Task InviteAsync(EmailAddress to, OrganizationProfile organization, string inviter, Role role, string link, DateTimeOffset until, CancellationToken cancel)
    {
        var heading = $"Join {organization.Name}";
        var page = new LetterPage(heading)
            .Paragraph($"{inviter} asks you onto the team of {organization.Name} on TicketWeb, as {role.Spoken()}: {role.Explained()}.")
            .Button("Look at the invitation", link)
            .Small($"The link works for this address until {until.LocalTime(organization.TimeZone):d MMMM yyyy}. If you expected no such mail, you need do nothing.");
        await mailRoom.PostAsync(new Letter(to, heading, page.Html(), page.Text(), []), $"invitation:{Guid.NewGuid():N}", organization.Id, cancel);
    }
}
