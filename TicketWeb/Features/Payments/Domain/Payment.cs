using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments.Domain;

/// <summary>One attempt to pay an order.</summary>
internal sealed class Payment
{
    /// <summary>The provider of what no gateway takes.</summary>
    private const string External = "external";

    /// <summary>How long a bank's page or a slow gateway may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private Payment()
    {
    }

    public PaymentId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public Guid OrderId { get; private init; }

    public string Provider { get; private init; } = "";

    public string? Reference { get; private set; }

    /// <summary>With what it was paid at the desk; null where a gateway takes it.</summary>
    public Tender? Tender { get; private init; }

    public long Amount { get; private init; }

    public Currency Currency { get; private init; }

    public PaymentState State { get; private set; }

    public string? DeclineSentence { get; private set; }

    public string? ActionUrl { get; private set; }

    /// <summary>In minor units: requested and sent alike, but not what the gateway refused to send.</summary>
    public long Refunded { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When the gateway is asked, if nobody has brought its last word by then.</summary>
    public DateTimeOffset AskAt { get; private set; }

    public static Payment Begin(OrganizationId organization, Guid orderId, Money amount, string provider, DateTimeOffset now) => new()
    {
        Id = Kernel.Id.New<PaymentId>(),
        OrganizationId = organization,
        OrderId = orderId,
        Provider = provider,
        Amount = amount.Minor,
        Currency = amount.Currency,
        CreatedAt = now,
        AskAt = now + Patience,
    };

    /// <summary>Money that is in somebody's hands already: there is nobody to ask.</summary>
    public static Payment Record(OrganizationId organization, Guid orderId, Money amount, Tender tender, string? reference, DateTimeOffset now) => new()
    {
        Id = Kernel.Id.New<PaymentId>(),
        OrganizationId = organization,
        OrderId = orderId,
        Provider = External,
        Reference = reference,
        Tender = tender,
        Amount = amount.Minor,
        Currency = amount.Currency,
        State = PaymentState.Succeeded,
        CreatedAt = now,
        AskAt = now,
    };

    /// <summary>Takes the gateway's word. A success is final; what it never heard of was never paid.</summary>
    public void Note(GatewayPayment? said, DateTimeOffset now)
    {
        if (State == PaymentState.Succeeded)
            return;

        State = said?.State ?? PaymentState.Cancelled;
        Reference = said?.Reference ?? Reference;
        DeclineSentence = said?.DeclineSentence;
        ActionUrl = said?.ActionUrl;
        // The gateway does not know yet either: some payments take days.
        if (State == PaymentState.Processing)
            AskAt = now + Patience;
    }

    /// <summary>Sets money aside for a refund. Throws past what was captured: callers decide under the same lock.</summary>
    public void SetAside(Money amount)
    {
        if (State != PaymentState.Succeeded || amount.Currency != Currency || amount.Minor <= 0 || Refunded + amount.Minor > Amount)
            throw new InvalidOperationException($"Payment {Id.Value} cannot refund {amount}.");
        Refunded += amount.Minor;
    }

    /// <summary>The gateway refused to send it: it is here still.</summary>
    public void PutBack(Money amount) => Refunded -= amount.Minor;
}
