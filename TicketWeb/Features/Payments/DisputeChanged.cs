using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>The gateway let us know that something changed about a dispute.</summary>
/// <param name="Reference">The gateway's own id.</param>
public sealed record DisputeChanged(string Reference) : IFact;
