using TicketWeb.Features.Events;

namespace TicketWeb.Demo;

/// <summary>A ticket type of a demo event.</summary>
/// <param name="Price">In the major unit, as typed.</param>
/// <param name="Pools">The pools it draws from, by name and capacity: the same name is the same pool.</param>
/// <param name="Sold">How many the demo sells.</param>
/// <param name="OnSaleInDays">Days until the sale starts; null for at once.</param>
/// <param name="Tiers">Prices that come before its own.</param>
/// <param name="Hidden">Seen only with a code that names it.</param>
/// <param name="ChoosesAmount">Buyers choose what they give; the price is the least.</param>
internal sealed record DemoTicketType(
    string Name, string Description, string Price, (string Name, int Capacity)[] Pools, int Sold = 0, int Most = 8, int? OnSaleInDays = null, PriceTierInput[]? Tiers = null, bool Hidden = false,
    bool ChoosesAmount = false);
