using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>What has gone back, in one currency, and by its sides. What came to nothing at the payment company is taken off again on the day it did.</summary>
/// <param name="Count">How many refunds.</param>
/// <param name="Amount">Fees included.</param>
/// <param name="Fee">The share of fees in it.</param>
/// <param name="OwnFee">What of the fees was the organizer's own.</param>
/// <param name="AtDesk">What of the amount goes back from hand to hand, and never came through the platform.</param>
/// <param name="ByReason">Largest amount first.</param>
/// <param name="ByPerson">By the name of whoever decided it; largest amount first.</param>
/// <param name="ByEvent">By the event's title; largest amount first.</param>
/// <param name="PerDay">By day of the organization's zone, oldest first, days without refunds left out.</param>
public sealed record RefundFigures(
    int Count,
    int Tickets,
    int AddOns,
    Money Amount,
    Money Fee,
    Money OwnFee,
    Money AtDesk,
    IReadOnlyList<(RefundReason Reason, int Count, Money Amount, Money Fee)> ByReason,
    IReadOnlyList<(string Person, int Count, Money Amount, Money Fee)> ByPerson,
    IReadOnlyList<(string Title, int Count, Money Amount, Money Fee)> ByEvent,
    IReadOnlyList<(DateOnly Day, int Count, Money Amount, Money Fee)> PerDay)
{
    /// <summary>By month, each by its first day.</summary>
    public IReadOnlyList<(DateOnly Month, int Count, Money Amount, Money Fee)> PerMonth =>
    [
        .. PerDay.GroupBy(d => new DateOnly(d.Day.Year, d.Day.Month, 1))
            .Select(g => (g.Key, g.Sum(d => d.Count), g.Aggregate(Money.Zero(Amount.Currency), (sum, d) => sum + d.Amount), g.Aggregate(Money.Zero(Amount.Currency), (sum, d) => sum + d.Fee))),
    ];

    public static RefundFigures None(Currency currency) =>
        new(0, 0, 0, Money.Zero(currency), Money.Zero(currency), Money.Zero(currency), Money.Zero(currency), [], [], [], []);
}
