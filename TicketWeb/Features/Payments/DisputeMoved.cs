using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>A buyer's bank took money from us, or gave it back.</summary>
/// <param name="MoveId">Of this one move: a dispute may have several.</param>
/// <param name="Amount">In minor units; below zero where it came back.</param>
/// <param name="Fee">What the dispute costs, in minor units; below zero where that came back.</param>
public sealed record DisputeMoved(Guid MoveId, DisputeId DisputeId, OrganizationId OrganizationId, Guid OrderId, string Currency, long Amount, long Fee) : IFact;
