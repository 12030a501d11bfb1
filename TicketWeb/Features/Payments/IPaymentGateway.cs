using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>A company that takes money. Never called while a database transaction is open.</summary>
public interface IPaymentGateway
{
    /// <summary>Its name in our rows and in the webhook's address.</summary>
    string Provider { get; }

    /// <summary>The header in which its webhooks carry their signature.</summary>
    string SignatureHeader { get; }

    /// <summary>Its own form for the card; null where a plain field serves.</summary>
    PaymentForm? Form { get; }

    /// <summary>How it passes money on to organizations; null where all of it stays with the installation.</summary>
    IPayoutGateway? Payouts { get; }

    /// <summary>What is wrong with what a buyer typed to pay with, in a sentence; null where only asking the bank will tell.</summary>
    string? Refuses(string? method) => string.IsNullOrWhiteSpace(method) ? "Enter your card number." : null;

    Task<GatewayPayment> CreateAsync(PaymentOrder order, CancellationToken cancel);

    /// <summary>How the payment made for this order stands now; null when the gateway never heard of it.</summary>
    Task<GatewayPayment?> ReadAsync(PaymentId id, CancellationToken cancel);

    /// <summary>Makes sure that no money is taken any more, and says how it stands: it may have succeeded just before.</summary>
    Task<GatewayPayment?> CancelAsync(PaymentId id, CancellationToken cancel);

    /// <param name="returnsFee">Whether our fee goes back in proportion, as a version before this one asked for; if not, the organization bears all of the refund.</param>
    Task<GatewayRefund> RefundAsync(PaymentId id, RefundId refund, Money amount, bool returnsFee, CancellationToken cancel);

    /// <summary>Gives the organization back what we kept of a payment as our fee: once for each mark, and never more than is left of it. Nothing where all of the payment stayed with us.</summary>
    Task ReturnFeeAsync(PaymentId id, RefundId mark, Money fee, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>How the payment's refunds stand now, oldest first, whoever asked for them: a bank may send one back days later, and somebody may have made one at the gateway.</summary>
    Task<IReadOnlyList<MadeRefund>> ReadRefundsAsync(PaymentId id, CancellationToken cancel);

    /// <summary>How a dispute stands now. Null when the gateway never heard of it.</summary>
    Task<GatewayDispute?> ReadDisputeAsync(string reference, CancellationToken cancel);

    /// <summary>Checks the signature on the raw body. Refuses with <see cref="BadWebhook"/>.</summary>
    Outcome<WebhookNews> Parse(byte[] body, string? signature);
}
