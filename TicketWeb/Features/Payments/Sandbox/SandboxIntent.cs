using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments.Sandbox;

/// <summary>A payment in the sandbox's own books.</summary>
internal sealed class SandboxIntent
{
    private SandboxIntent()
    {
    }

    public PaymentId Id { get; private init; }

    public long Amount { get; private init; }

    public Currency Currency { get; private init; }

    public string Card { get; private init; } = "";

    public string Description { get; private init; } = "";

    public string ReturnUrl { get; private init; } = "";

    public PaymentState State { get; private set; }

    /// <summary>When a payment that is processing will have succeeded.</summary>
    public DateTimeOffset? SettlesAt { get; private set; }

    /// <summary>When the money was taken; null while it was not.</summary>
    public DateTimeOffset? CapturedAt { get; private set; }

    public string Reference => $"sbx_{Id.Value:N}";

    public static SandboxIntent For(PaymentOrder order, DateTimeOffset now, TimeSpan late)
    {
        var card = SandboxCards.Digits(order.Method);
        var answer = SandboxCards.FirstAnswer(card);
        return new SandboxIntent
        {
            Id = order.Id,
            Amount = order.Amount.Minor,
            Currency = order.Amount.Currency,
            Card = card,
            Description = order.Description,
            ReturnUrl = order.ReturnUrl,
            State = answer,
            SettlesAt = answer == PaymentState.Processing ? now + late : null,
            CapturedAt = answer == PaymentState.Succeeded ? now : null,
        };
    }

    /// <summary>The buyer came back from their bank.</summary>
    public void Authenticate(bool approved, DateTimeOffset now)
    {
        if (State != PaymentState.NeedsAction)
            return;
        State = approved ? PaymentState.Succeeded : PaymentState.Declined;
        CapturedAt = approved ? now : null;
    }

    public void Settle(DateTimeOffset now)
    {
        if (State == PaymentState.Processing && now >= SettlesAt)
            (State, CapturedAt) = (PaymentState.Succeeded, SettlesAt);
    }

    public void Cancel()
    {
        if (State is PaymentState.NeedsAction)
            State = PaymentState.Cancelled;
    }

    public GatewayPayment Tell() => new(
        Reference,
        State,
        new Money(State == PaymentState.Succeeded ? Amount : 0, Currency),
        State == PaymentState.Declined ? "Your bank declined this card." : null,
        State == PaymentState.NeedsAction ? $"/sandbox/3ds/{Id.Value}" : null);
}
