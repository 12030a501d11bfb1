using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Payments;

namespace TicketWeb.Features.Orders.UseCases;

/// <param name="Attempt">The attempt to take to the gateway; null when there is nothing to ask it.</param>
/// <param name="ActionUrl">Where an attempt that is under way wants the buyer.</param>
internal sealed record BegunPayment(Order Order, PaymentId? Attempt, string? ActionUrl);
