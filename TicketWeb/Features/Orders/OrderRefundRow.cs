using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>Something that went back of an order: the team decided so, or a payment had come that nothing was owed for.</summary>
/// <param name="Fee">How much of the amount is fees.</param>
/// <param name="Reason">In words.</param>
/// <param name="By">Who decided it; null where nobody had to.</param>
/// <param name="Tickets">How many tickets went back with it.</param>
/// <param name="Money">How the money fares; null where there was none.</param>
/// <param name="Failure">What the gateway said when it refused the last attempt.</param>
/// <param name="MayRepeat">The attempt that failed and can be made again.</param>
public sealed record OrderRefundRow(
    DateTimeOffset At, Money Amount, Money Fee, string Reason, string Note, string? By, int Tickets, RefundState? Money, string? Failure, RefundId? MayRepeat)
{
    /// <summary>What the buyer waits for since the last attempt failed: all of it, or the rest where a part went back at the payment company.</summary>
    public Money Owed { get; init; }

    /// <summary>What has gone back of it or is on its way.</summary>
    public Money Back => Money is RefundState.Failed && MayRepeat is null ? Kernel.Money.Zero(Amount.Currency) : Amount - Owed;

    /// <summary>Whether somebody made it at the payment company, and not here.</summary>
    public bool AtGateway { get; init; }

    /// <summary>The one fee that went back alone, by its name; null where anything else did.</summary>
    public string? OnlyFee { get; init; }

    /// <summary>How many add-ons went back with it.</summary>
    public int AddOns { get; init; }

    /// <summary>With what it is given back by hand; null where a gateway sends it.</summary>
    public Tender? Tender { get; init; }

    /// <summary>Who says that they gave it back by hand, by name, and when; null where a gateway sent it, and until then.</summary>
    public (string By, DateTimeOffset At)? ByHand { get; init; }

    /// <summary>What somebody at the desk has to give back still.</summary>
    public RefundId? ToHandBack { get; init; }
}
