using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>What was asked for has gone back already, or was never paid.</summary>
public sealed record NothingToRefund(string Why) : Refusal("nothing_to_refund", Why);
