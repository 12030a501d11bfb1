namespace TicketWeb.Features.Organizations.Domain;

internal static class RolePresets
{
    private static readonly IReadOnlySet<Permission> Everything = Enum.GetValues<Permission>().ToHashSet();

    private static readonly IReadOnlySet<Permission> Managing = Everything
        .Except([Permission.EditOrganization, Permission.ManageMembers, Permission.KeepBooks]).ToHashSet();

    private static readonly IReadOnlySet<Permission> Looking = new HashSet<Permission>
    {
        Permission.SeeEvents, Permission.SeeOrders, Permission.SeeFigures,
    };

    public static IReadOnlySet<Permission> PermissionsOf(Role role) => role switch
    {
        Role.Owner or Role.Admin => Everything,
        Role.Manager => Managing,
        Role.BoxOffice => new HashSet<Permission>(Looking) { Permission.SeeBuyers, Permission.ScanTickets, Permission.SellAtDesk },
        Role.Door => new HashSet<Permission> { Permission.SeeEvents, Permission.ScanTickets, Permission.ManageDoor },
        Role.Promoter => new HashSet<Permission> { Permission.SeeEvents, Permission.SeeFigures },
        Role.ReadOnly => new HashSet<Permission>(Looking) { Permission.SeeSettlements },
    };
}
