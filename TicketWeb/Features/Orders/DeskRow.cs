using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>A ticket type or add-on as whoever sells at the desk sees it.</summary>
/// <param name="Price">What one costs at the desk now, bought alone, with all that is in it.</param>
/// <param name="Left">How many are free at this moment; null for any number.</param>
/// <param name="Most">How many one sale may hold now; zero when none may be sold.</param>
/// <param name="IsSold">False before its sale begins and after the event.</param>
public sealed record DeskRow(TicketTypeId Id, string Name, Money Price, int? Left, int Fewest, int Most, bool IsSold, bool IsAddOn);
