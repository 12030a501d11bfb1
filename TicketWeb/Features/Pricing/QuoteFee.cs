using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

/// <summary>One fee of a line: of its tickets, or its share of what the order carries as a whole.</summary>
/// <param name="Absorbed">True where the organizer pays it out of the price; false where the buyer pays it on top.</param>
/// <param name="Name">What buyers see it as; "" where it is simply among the fees.</param>
public sealed record QuoteFee(FeeKind Kind, FeeReceiver Receiver, Money Amount, bool Absorbed = false, string Name = "")
{
    /// <summary>What buyers see those without a name as.</summary>
    public const string Unnamed = "Fees";

    /// <summary>What buyers see it as.</summary>
    public string Title => Name.Length > 0 ? Name : Unnamed;
}
