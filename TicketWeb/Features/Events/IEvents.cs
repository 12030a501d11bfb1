using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Events;

/// <summary>The front door: what is on, where and when, and what may be sold.</summary>
public interface IEvents
{
    /// <summary>The event by its address, if the public may see it (published or cancelled); else null.</summary>
    Task<EventView?> FindPublicAsync(string slug, CancellationToken cancel);

    /// <summary>The same for a batch, which asks for more with it.</summary>
    RowQueries<EventView?> Public(string slug);

    /// <summary>An array of that event's id, as SQL; empty where there is none.</summary>
    FormattableString PublicId(string slug);

    /// <summary>The event's ticket types that only those may know of who have a code that names them.</summary>
    Task<IReadOnlySet<TicketTypeId>> HiddenAsync(EventId id, CancellationToken cancel);

    /// <summary>The event in any state, for orders and tickets that already refer to it.</summary>
    Task<EventView?> FindAsync(EventId id, CancellationToken cancel);

    /// <summary>The events by id, in any order; those that are missing are left out.</summary>
    Task<IReadOnlyList<EventView>> FindAllAsync(IReadOnlyCollection<EventId> ids, CancellationToken cancel);

    /// <summary>What an event is called, or was called a minute ago; "" where it is missing.</summary>
    Task<string> TitleAsync(EventId id, CancellationToken cancel);
}
