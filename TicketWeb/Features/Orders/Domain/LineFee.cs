using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>A fee of an order's line as it is stored with it, in minor units.</summary>
internal sealed record LineFee(FeeKind Kind, FeeReceiver Receiver, long Amount, bool Absorbed, string Name)
{
    public static LineFee Of(QuoteFee fee) => new(fee.Kind, fee.Receiver, fee.Amount.Minor, fee.Absorbed, fee.Name);

    /// <summary>Whether the sums of a line tell all of it: a fee without a name, of its tickets or add-ons, and of the two kinds that every event has.</summary>
    public static bool IsPlain(QuoteFee fee) => fee is { Kind: FeeKind.Ticket or FeeKind.AddOn, Name: "" } and ({ Receiver: FeeReceiver.Platform } or { Receiver: FeeReceiver.Organization, Absorbed: false });

    public QuoteFee In(Currency currency) => new(Kind, Receiver, new Money(Amount, currency), Absorbed, Name);
}
