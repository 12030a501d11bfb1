namespace TicketWeb.Features.Organizations;

/// <summary>A preset of permissions; see <see cref="Access"/>.</summary>
public enum Role
{
    Owner,
    Admin,
    Manager,
    BoxOffice,
    Door,
    Promoter,
    ReadOnly,
}
