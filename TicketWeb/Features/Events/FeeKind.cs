namespace TicketWeb.Features.Events;

/// <summary>What a fee is taken for.</summary>
public enum FeeKind
{
    Ticket,
    AddOn,
    Order,

    /// <summary>For moving the money, of all that is paid and of itself.</summary>
    Processing,
}
