namespace TicketWeb.Features.Events;

/// <summary>Where an event is in its life. Whether it is over is told by the clock, not stored.</summary>
public enum EventState
{
    /// <summary>Seen by the team only.</summary>
    Draft,

    /// <summary>On the storefront; each ticket type is on sale within its own window.</summary>
    Published,

    /// <summary>Will not happen. Its page says so; nothing is sold.</summary>
    Cancelled,
}
