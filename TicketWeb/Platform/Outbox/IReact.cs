using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Platform.Outbox;

/// <summary>
/// Changes the database in the very transaction that records the fact: both are there or neither. For what must never be missing,
/// such as the tickets of a paid order. Nothing outside the database may be touched.
/// </summary>
public interface IReact<in TFact> where TFact : IFact
{
    Task ReactAsync(TicketDb db, TFact fact, CancellationToken cancel);
}
