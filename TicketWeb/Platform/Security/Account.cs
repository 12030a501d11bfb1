using Microsoft.AspNetCore.Identity;

namespace TicketWeb.Platform.Security;

/// <summary>A person who signs in. What they may do is decided by their memberships, not here.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    /// <summary>How others on the team see them.</summary>
    [ProtectedPersonalData]
    public string DisplayName { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}
