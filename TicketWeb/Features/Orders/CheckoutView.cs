using TicketWeb.Features.Events;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Pricing;

namespace TicketWeb.Features.Orders;

/// <summary>An order as its buyer sees it while paying.</summary>
/// <param name="Number">"7Q4M-2KXP": for people, not a secret.</param>
/// <param name="LinkToken">The secret part of the order page's address.</param>
/// <param name="PayBy">When the reservation runs out.</param>
/// <param name="Payment">The latest attempt, or null.</param>
public sealed record CheckoutView(
    OrderId Id,
    string Number,
    string LinkToken,
    OrderState State,
    EventView Event,
    Quote Quote,
    string? Email,
    string? Name,
    DateTimeOffset PayBy,
    bool MayExtend,
    PaymentView? Payment,
    DateTimeOffset? PaidAt)
{
    /// <summary>With which the gateway's form asks the buyer for what is missing, where it is not a page of the bank that does.</summary>
    public string? ClientSecret { get; init; }
}
