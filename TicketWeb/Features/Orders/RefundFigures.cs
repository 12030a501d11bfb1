using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>What the team has sent back.</summary>
/// <param name="Count">How many refunds.</param>
/// <param name="Amount">Fees included.</param>
/// <param name="Fee">The share of fees in it.</param>
/// <param name="Failed">The orders with money that the gateway refused to send back, so that it is here still.</param>
/// <param name="ByReason">Largest amount first.</param>
/// <param name="ByPerson">By the name of whoever decided it; largest amount first.</param>
/// <param name="PerDay">By day of the organization's zone, oldest first, days without refunds left out.</param>
public sealed record RefundFigures(
    int Count,
    int Tickets,
    Money Amount,
    Money Fee,
    IReadOnlyList<(OrderId Id, string Number)> Failed,
    IReadOnlyList<(RefundReason Reason, int Count, Money Amount)> ByReason,
    IReadOnlyList<(string Person, int Count, Money Amount)> ByPerson,
    IReadOnlyList<(DateOnly Day, int Count, Money Amount)> PerDay)
{
    public int AddOns { get; init; }

    /// <summary>The orders of which somebody refunded more at the payment company than went back here in tickets, oldest first: somebody has to decide about the tickets.</summary>
    public IReadOnlyList<(OrderId Id, string Number, Money Amount)> BackAhead { get; init; } = [];

    /// <summary>The orders with money that somebody at the desk has to give back still, oldest first.</summary>
    public IReadOnlyList<(OrderId Id, string Number, Tender Tender, Money Amount)> ToHandBack { get; init; } = [];
}
