using TicketWeb.Kernel;

namespace TicketWeb.Features.Organizations.Domain;

/// <summary>
/// A place on the team that waits for someone's yes. The link holds a secret of which only a hash is kept, works for a week, and for the invited
/// address alone: a forwarded mail lets nobody else in.
/// </summary>
internal sealed class Invitation
{
    public static readonly TimeSpan Validity = TimeSpan.FromDays(7);

    private Invitation()
    {
    }

    public InvitationId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    /// <summary>In lower case, so that an address is invited once.</summary>
    public string Email { get; private init; } = "";

    public Role Role { get; private set; }

    public string SecretHash { get; private set; } = "";

    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public static Invitation To(EmailAddress address, OrganizationId organization) => new()
    {
        Id = Kernel.Id.New<InvitationId>(),
        OrganizationId = organization,
        Email = Normalize(address.Value),
    };

    /// <summary>As addresses are kept and compared.</summary>
    public static string Normalize(string address) => address.Trim().ToLowerInvariant();

    /// <summary>Sends it, or sends it anew: an older link dies with this.</summary>
    public void Send(Role role, InvitationSecret secret, DateTimeOffset now)
    {
        Role = role;
        SecretHash = secret.Hash;
        SentAt = now;
        ExpiresAt = now + Validity;
    }

    public Outcome<Member> Accept(Guid accountId, string accountEmail, DateTimeOffset now) => this switch
    {
        _ when now > ExpiresAt => new InvitationExpired(),
        _ when Normalize(accountEmail) != Email => new InvitedSomeoneElse(Email),
        _ => Member.Join(OrganizationId, accountId, Role, now),
    };
}
