using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>What a refund comes to.</summary>
/// <param name="Tickets">How many tickets go back with it.</param>
/// <param name="AddOns">How many add-ons do.</param>
public sealed record RefundSum(int Tickets, Money Price, Money Fee, int AddOns = 0)
{
    public Money Total => Price + Fee;

    public static RefundSum operator +(RefundSum a, RefundSum b) => new(a.Tickets + b.Tickets, a.Price + b.Price, a.Fee + b.Fee, a.AddOns + b.AddOns);
}
