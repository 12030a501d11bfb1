using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>Somebody of the team wants the buyer to have the mail with their tickets again.</summary>
/// <param name="Key">Of this one wish.</param>
public sealed record OrderMailWanted(OrderId OrderId, OrganizationId OrganizationId, Guid Key) : IFact;
