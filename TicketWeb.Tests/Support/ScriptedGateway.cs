using System.Collections.Concurrent;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Tests.Support;

/// <summary>A gateway that says what a test tells it to, for what the sandbox never does: breaking off, and paying after all.</summary>
public sealed class ScriptedGateway : IPaymentGateway
{
    public string Provider => "sandbox";

    public string SignatureHeader => "Scripted-Signature";

    public PaymentForm? Form => null;

    public IPayoutGateway? Payouts => null;

    /// <summary>What it answers when asked to take money; null breaks the connection.</summary>
    public PaymentState? OnCreate { get; set; }

    /// <summary>How a payment stands when asked again or cancelled; null: never heard of it.</summary>
    public PaymentState? Later { get; set; }

    /// <summary>Every refund it was asked for.</summary>
    public ConcurrentQueue<(PaymentId Payment, RefundId Refund, Money Amount)> Refunds { get; } = [];

    public Task<GatewayPayment> CreateAsync(PaymentOrder order, CancellationToken cancel) => OnCreate is { } state
        ? Task.FromResult(Say(order.Id, state))
        : throw new HttpRequestException("The connection broke.");

    public Task<GatewayPayment?> ReadAsync(PaymentId id, CancellationToken cancel) => Task.FromResult(Later is { } state ? Say(id, state) : null);

    public Task<GatewayPayment?> CancelAsync(PaymentId id, CancellationToken cancel) => ReadAsync(id, cancel);

    public Task<GatewayRefund> RefundAsync(PaymentId id, RefundId refund, Money amount, bool returnsFee, CancellationToken cancel)
    {
        Refunds.Enqueue((id, refund, amount));
        return Task.FromResult(new GatewayRefund(Failure: null));
    }

    public Task<IReadOnlyList<MadeRefund>> ReadRefundsAsync(PaymentId id, CancellationToken cancel) => Task.FromResult<IReadOnlyList<MadeRefund>>([]);

    public Task<GatewayDispute?> ReadDisputeAsync(string reference, CancellationToken cancel) => Task.FromResult<GatewayDispute?>(null);

    public Outcome<WebhookNews> Parse(byte[] body, string? signature) => new BadWebhook("It sends none.");

    private static GatewayPayment Say(PaymentId id, PaymentState state) => new($"scripted_{id.Value:N}", state, Money.Zero(Currency.Of("GBP")));
}
