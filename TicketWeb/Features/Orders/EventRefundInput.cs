namespace TicketWeb.Features.Orders;

/// <summary>How all of an event is to be sent back.</summary>
/// <param name="What">Tickets with their fees, or tickets only.</param>
public sealed record EventRefundInput(RefundWhat What, RefundReason? Reason, string? Note);
