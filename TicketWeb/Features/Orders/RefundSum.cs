using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>What a refund comes to.</summary>
/// <param name="Tickets">How many tickets go back with it.</param>
/// <param name="AddOns">How many add-ons do.</param>
public sealed record RefundSum(int Tickets, Money Price, Money Fee, int AddOns = 0)
{
    /// <summary>What of it went back before, at the payment company and not here.</summary>
    public Money Before { get; init; } = Money.Zero(Price.Currency);

    public Money Total => Price + Fee - Before;

    public static RefundSum operator +(RefundSum a, RefundSum b) => new(a.Tickets + b.Tickets, a.Price + b.Price, a.Fee + b.Fee, a.AddOns + b.AddOns) { Before = a.Before + b.Before };
}
