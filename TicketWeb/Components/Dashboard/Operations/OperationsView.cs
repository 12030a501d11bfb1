using TicketWeb.Platform.Jobs;
using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Components.Dashboard.Operations;

/// <summary>All that the operators' page shows, as it was when it was read: the address may lead elsewhere while that is still on its way.</summary>
/// <param name="Show">A queue's name, or the checks.</param>
/// <param name="Aside">What was set aside instead of what waits for somebody to decide.</param>
/// <param name="After">The last row of the page before.</param>
/// <param name="Last">The newest run of the checks; null before the first.</param>
public sealed record OperationsView(string Show, bool Aside, Guid? After, IReadOnlyList<QueueFigures> Figures, ReconciliationView? Last)
{
    /// <summary>Null where the checks are shown.</summary>
    public StuckPage? Stuck { get; init; }

    /// <summary>The orders that the stuck jobs are about.</summary>
    public IReadOnlyDictionary<Guid, string> Numbers { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Null where a queue is shown.</summary>
    public ReconciliationPage? Runs { get; init; }

    /// <summary>The run whose differences are shown.</summary>
    public ReconciliationView? Chosen { get; init; }

    public IReadOnlyList<string> Lines { get; init; } = [];
}
