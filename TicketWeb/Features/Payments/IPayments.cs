using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Payments;

/// <summary>
/// The front door to money. Methods with a <see cref="TicketDb"/> work in the caller's transaction and never call the gateway;
/// the others call the gateway and touch no row.
/// </summary>
public interface IPayments
{
    /// <summary>The gateway's own form for the card; null where a plain field serves.</summary>
    PaymentForm? Form { get; }

    /// <summary>Whether organizations can have their share passed on to them.</summary>
    bool PaysOut { get; }

    /// <summary>The order's latest attempt, or null.</summary>
    Task<PaymentView?> LatestAsync(TicketDb db, Guid orderId, CancellationToken cancel);

    /// <summary>Writes an attempt down before the gateway hears of it.</summary>
    PaymentView Begin(TicketDb db, OrganizationId organization, Guid orderId, Money amount);

    /// <summary>Reads many payments at once, so that the methods below need not read each for itself. Their orders are locked.</summary>
    Task LoadAsync(TicketDb db, IReadOnlyCollection<PaymentId> ids, CancellationToken cancel);

    /// <summary>Writes down what the gateway said. Older news never undoes a success.</summary>
    Task<PaymentView> NoteAsync(TicketDb db, PaymentId id, GatewayPayment? said, CancellationToken cancel);

    /// <summary>Asks for money to go back; it is sent from the outbox. Never more than was captured.</summary>
    /// <param name="returnsFee">Whether the installation's fee goes back in proportion; if not, the organization bears all of the refund.</param>
    Task RequestRefundAsync(TicketDb db, PaymentId id, Money amount, string reason, bool returnsFee, CancellationToken cancel);

    Task<GatewayPayment> TakeAsync(PaymentOrder order, CancellationToken cancel);

    Task<GatewayPayment?> ReadAsync(PaymentId id, CancellationToken cancel);

    Task<GatewayPayment?> CancelAsync(PaymentId id, CancellationToken cancel);
}
