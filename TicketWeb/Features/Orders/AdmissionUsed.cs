using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>A turn in the waiting room starts one order, in whichever browser.</summary>
public sealed record AdmissionUsed() : Refusal("admission_used", "Your turn has started an order already.");
