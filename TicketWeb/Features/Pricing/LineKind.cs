namespace TicketWeb.Features.Pricing;

/// <summary>What a line of an order is about.</summary>
public enum LineKind
{
    /// <summary>What lets somebody in.</summary>
    Ticket,

    /// <summary>An add-on that is bought.</summary>
    AddOn,

    /// <summary>An add-on that comes with the tickets for nothing.</summary>
    Included,
}
