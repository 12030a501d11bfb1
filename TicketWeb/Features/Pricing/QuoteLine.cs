using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

/// <summary>One line of a quote. Fees are reckoned and rounded per ticket, because the all-in price of one ticket is what buyers are shown.</summary>
public sealed record QuoteLine(TicketTypeId TicketTypeId, string Name, int Count, Money UnitPrice, Money UnitFee)
{
    /// <summary>What one ticket costs with everything.</summary>
    public Money UnitTotal => UnitPrice + UnitFee;

    public Money Total => UnitTotal * Count;
}
