using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Inventory;

/// <summary>Somebody else was faster.</summary>
/// <param name="SetAside">Whether it is what was set aside that is gone, whatever others can buy.</param>
public sealed record NotEnoughLeft(TicketTypeId TicketTypeId, string Name, int Left, bool SetAside = false) : Refusal(
    "not_enough_left",
    (Left, SetAside) switch
    {
        (0, true) => $"Nothing is left of {Name} that was set aside.",
        (_, true) => $"Only {Left} of {Name} {(Left == 1 ? "is" : "are")} left that {(Left == 1 ? "was" : "were")} set aside.",
        (0, false) => $"{Name} is sold out.",
        (1, false) => $"Only 1 of {Name} is left.",
        _ => $"Only {Left} of {Name} are left.",
    });
