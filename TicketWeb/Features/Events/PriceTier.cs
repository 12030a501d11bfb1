using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

/// <summary>A price that a ticket type has for a while, or for so many tickets, before it has its own.</summary>
/// <param name="Price">Before fees.</param>
/// <param name="From">From when it holds; null for at once.</param>
/// <param name="Until">Until when it holds; null for as long as tickets are sold.</param>
/// <param name="Most">How many tickets are sold at it; null for any number.</param>
public sealed record PriceTier(PriceTierId Id, string Name, Money Price, DateTimeOffset? From, DateTimeOffset? Until, int? Most)
{
    /// <summary>Whether its time has come and is not over. Whether any of its tickets are left is another matter.</summary>
    public bool HoldsAt(DateTimeOffset now) => !(now < From) && !(now >= Until);

    /// <summary>How many more are sold at it when so many are taken; null for any number.</summary>
    public int? Left(int taken) => Most is { } most ? Math.Max(0, most - taken) : null;
}
