using TicketWeb.Platform.Data;

namespace TicketWeb.Platform.Live;

/// <summary>Tells every node that a subject has changed, when the caller's transaction commits and only then.</summary>
public sealed class LiveSignal
{
    internal const string Channel = "ticketweb_live";

    public Task ChangedAsync(TicketDb db, Guid subject, CancellationToken cancel) => db.NotifyAsync(Channel, subject.ToString(), cancel);
}
