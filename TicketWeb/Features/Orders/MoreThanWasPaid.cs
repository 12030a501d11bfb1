using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>The payment has less left than these tickets cost: money went back in some other way.</summary>
public sealed record MoreThanWasPaid(Money Wanted, Money Left) : Refusal(
    "more_than_was_paid", $"{Wanted} would go back, but only {Left} of this payment is left.");
