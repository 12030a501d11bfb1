using TicketWeb.Kernel;

namespace TicketWeb.Features.BoxOffice;

/// <summary>What the desk took on one day of the organization's zone.</summary>
/// <param name="Operators">By name.</param>
/// <param name="Entries">Newest first, and at most <see cref="MostEntries"/>.</param>
/// <param name="Closings">Of drawers that were closed on that day, newest first.</param>
public sealed record TakingsView(DateOnly Day, Currency Currency, IReadOnlyList<OperatorTakings> Operators, IReadOnlyList<DrawerEntryView> Entries, IReadOnlyList<ClosingView> Closings)
{
    public const int MostEntries = 200;

    public bool IsEmpty => Operators.Count == 0 && Closings.Count == 0;
}
