namespace TicketWeb.Features.Organizations;

/// <summary>One thing a member may do.</summary>
public enum Permission
{
    SeeEvents,
    EditEvents,
    PublishEvents,
    EditVenues,
    SeeOrders,
    SeeBuyers,
    RefundOrders,
    SeeFigures,

    /// <summary>What the organization is owed, and every entry behind it.</summary>
    SeeSettlements,

    /// <summary>Closes periods and enters adjustments.</summary>
    KeepBooks,
    ManageDoor,
    ScanTickets,

    /// <summary>Sells for cash and other tenders at the desk, hands money back there, and closes the own drawer.</summary>
    SellAtDesk,

    /// <summary>Gives tickets away.</summary>
    GiveComps,

    /// <summary>Sees what everybody at the desk has taken, and closes any drawer.</summary>
    SeeDrawers,
    EditOrganization,
    ManageMembers,
}
