using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Tickets;

/// <summary>One admission, as other features and pages see it.</summary>
/// <param name="Number">"K7F-2QX-9MB".</param>
/// <param name="Position">1 is the order's first.</param>
public sealed record TicketView(
    TicketId Id,
    OrganizationId OrganizationId,
    EventId EventId,
    TicketTypeId TicketTypeId,
    OrderId OrderId,
    string Number,
    int Position,
    int Version,
    TicketState State,
    string HolderName);
