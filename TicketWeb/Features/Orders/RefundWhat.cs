namespace TicketWeb.Features.Orders;

/// <summary>What of the chosen tickets goes back.</summary>
public enum RefundWhat
{
    /// <summary>The tickets with their fees: all that was paid for them.</summary>
    TicketsAndFees,

    /// <summary>The tickets; their fees are kept.</summary>
    TicketsOnly,

    /// <summary>The fees, all or one of them; the tickets stay good.</summary>
    FeesOnly,
}
