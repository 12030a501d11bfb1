using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>The buyer's bank has taken money of this order back: who is refunded as well has it twice.</summary>
public sealed record TakenByBank : Refusal
{
    public TakenByBank(Money withdrawn)
        : base("taken_by_bank", $"The buyer’s bank has taken {withdrawn} of this order back already. Say on the order’s page that it goes back twice, if it is meant.") =>
        Field = "twice";
}
