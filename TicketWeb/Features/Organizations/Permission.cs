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
