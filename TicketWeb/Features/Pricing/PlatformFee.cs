using TicketWeb.Features.Events;

namespace TicketWeb.Features.Pricing;

/// <summary>A fee of the platform's on each ticket, on each add-on or once on each order. Amounts are in minor units of whichever currency is sold in.</summary>
public sealed class PlatformFee
{
    /// <summary>Ticket, AddOn or Order.</summary>
    public FeeKind Per { get; set; }

    public long Flat { get; set; }

    /// <summary>Of what is paid for the ticket, for the add-on, or for all of the order.</summary>
    public int BasisPoints { get; set; }

    /// <summary>The least price that carries it: the ticket's, the add-on's, or that of all of the order.</summary>
    public long From { get; set; }

    /// <summary>The largest price that carries it; null for any.</summary>
    public long? To { get; set; }
}
