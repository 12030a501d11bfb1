using TicketWeb.Features.Payments;

namespace TicketWeb.Features.Orders;

/// <summary>What is filled in at the desk when somebody pays, as typed.</summary>
/// <param name="Email">Who comes to the desk need not have one: then the tickets are printed, or shown there.</param>
/// <param name="Tender">Null when nothing is to be paid.</param>
/// <param name="Reference">The number on the terminal's slip, the cheque or the voucher.</param>
/// <param name="Given">In cash; empty for exactly as much as it costs.</param>
public sealed record DeskInput(string? Name, string? Email, Tender? Tender, string? Reference, string? Given);
