using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

/// <summary>One fee of a line or of an order.</summary>
/// <param name="Absorbed">True where the organizer pays it out of the price; false where the buyer pays it on top.</param>
public sealed record QuoteFee(FeeKind Kind, FeeReceiver Receiver, Money Amount, bool Absorbed = false);
