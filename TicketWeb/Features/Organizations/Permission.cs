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
    EditOrganization,
    ManageMembers,
}
