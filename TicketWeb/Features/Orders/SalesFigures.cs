using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>What an event has sold, without what was refunded.</summary>
/// <param name="Gross">What buyers paid and did not get back, fees and taxes included.</param>
/// <param name="Net">What of it is the organizer's, with the taxes that they owe.</param>
/// <param name="PerDay">Tickets by day of the organization's zone, oldest first, days without sales left out.</param>
public sealed record SalesFigures(int Tickets, int Orders, Money Gross, Money Net, IReadOnlyList<(DateOnly Day, int Tickets)> PerDay)
{
    /// <summary>Included ones too.</summary>
    public int AddOns { get; init; }
}
