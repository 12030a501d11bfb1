namespace TicketWeb.Features.Orders;

/// <summary>What refunding all that is left of an event would come to.</summary>
public sealed record EventRefundSum(int Orders, RefundSum Sum);
