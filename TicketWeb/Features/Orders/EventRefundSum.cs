using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>What refunding all that is left of an event would come to.</summary>
/// <param name="ByHand">How many of the orders were paid at the desk, so that somebody has to give the money back by hand.</param>
/// <param name="AmountByHand">How much of it that is.</param>
public sealed record EventRefundSum(int Orders, RefundSum Sum, int ByHand, Money AmountByHand);
