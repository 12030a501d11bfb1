using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

public sealed record OutsideLimits(string Name, int Fewest, int Most) : Refusal(
    "outside_limits",
    Fewest == Most ? $"{Name} is sold {Fewest} at a time." : $"You can buy {Fewest} to {Most} of {Name} in one order.");
