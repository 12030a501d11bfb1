namespace TicketWeb.Features.Organizations;

/// <summary>Roles as people say them.</summary>
public static class RoleWords
{
    public static string Spoken(this Role role) => role switch
    {
        Role.Owner => "Owner",
        Role.Admin => "Admin",
        Role.Manager => "Manager",
        Role.BoxOffice => "Box office",
        Role.Door => "Door",
        Role.Promoter => "Promoter",
        Role.ReadOnly => "Read-only",
    };

    /// <summary>What someone with the role does, in half a sentence.</summary>
    public static string Explained(this Role role) => role switch
    {
        Role.Owner => "everything, and decides who else is an owner",
        Role.Admin => "everything, the team included",
        Role.Manager => "events, orders and figures, but not the team",
        Role.BoxOffice => "sells at the desk, sees orders and buyers, and scans tickets",
        Role.Door => "scans tickets and looks after the gates",
        Role.Promoter => "sees events and figures",
        Role.ReadOnly => "sees everything but buyers, and changes nothing",
    };
}
