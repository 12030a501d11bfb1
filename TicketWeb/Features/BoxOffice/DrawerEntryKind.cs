namespace TicketWeb.Features.BoxOffice;

/// <summary>What happened at the desk.</summary>
public enum DrawerEntryKind
{
    Sale,

    /// <summary>Tickets were given away.</summary>
    Comp,

    /// <summary>Money was given back by hand.</summary>
    Refund,
}
