using TicketWeb.Kernel;

namespace TicketWeb.Features.Inventory;

public sealed record CapacityTooSmall(string Pool, int Taken)
    : Refusal("capacity_too_small", $"{Taken} places of {Pool} are already taken; its capacity cannot be less.");
