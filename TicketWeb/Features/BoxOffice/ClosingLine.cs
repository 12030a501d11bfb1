using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Features.BoxOffice;

/// <summary>One tender in a drawer that was closed.</summary>
/// <param name="Counted">Of cash, without the change that was there at the start.</param>
public sealed record ClosingLine(Tender Tender, Money Expected, Money Counted)
{
    /// <summary>Below zero where something is missing.</summary>
    public Money Difference => Counted - Expected;
}
