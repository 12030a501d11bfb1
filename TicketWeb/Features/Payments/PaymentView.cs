using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>An attempt to pay, as its order sees it.</summary>
public sealed record PaymentView(PaymentId Id, Guid OrderId, Money Amount, PaymentState State, string? DeclineSentence, string? ActionUrl, Money Refunded, DateTimeOffset BegunAt, string Provider)
{
    /// <summary>With what it was paid at the desk; null where a gateway took it.</summary>
    public Tender? Tender { get; init; }

    /// <summary>The number on the terminal's slip, the cheque or the voucher; at a gateway, its own id.</summary>
    public string? Reference { get; init; }
}
