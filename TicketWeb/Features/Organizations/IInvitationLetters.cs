using TicketWeb.Kernel;

namespace TicketWeb.Features.Organizations;

/// <summary>Tells someone that they are wanted on a team. Whoever sends mails implements it.</summary>
public interface IInvitationLetters
{
    /// <param name="inviter">The name of the member who asks.</param>
    /// <param name="link">Holds the secret: it may stand in the mail and nowhere else.</param>
    /// <param name="until">When the link stops working.</param>
    Task InviteAsync(EmailAddress to, OrganizationProfile organization, string inviter, Role role, string link, DateTimeOffset until, CancellationToken cancel);
}
