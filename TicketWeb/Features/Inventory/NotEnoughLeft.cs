using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Inventory;

/// <summary>Somebody else was faster.</summary>
public sealed record NotEnoughLeft(TicketTypeId TicketTypeId, string Name, int Left) : Refusal(
    "not_enough_left",
    Left == 0 ? $"{Name} is sold out." : Left == 1 ? $"Only 1 of {Name} is left." : $"Only {Left} of {Name} are left.");
