using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>An attempt to pay, as its order sees it.</summary>
public sealed record PaymentView(PaymentId Id, Guid OrderId, Money Amount, PaymentState State, string? DeclineSentence, string? ActionUrl, Money Refunded, DateTimeOffset BegunAt, string Provider);
