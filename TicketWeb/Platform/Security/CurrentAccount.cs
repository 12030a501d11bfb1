using System.Security.Claims;

namespace TicketWeb.Platform.Security;

public static class CurrentAccount
{
    /// <summary>The id of the account that is signed in, or null.</summary>
    public static Guid? AccountId(this ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
