namespace TicketWeb.Features.BoxOffice;

/// <summary>What one person took, gave back and gave away in a day.</summary>
/// <param name="Operator">Whose account.</param>
/// <param name="Comps">How many tickets they gave away.</param>
/// <param name="Drawer">What is in their drawer now; null where nothing is, and for a day that is over.</param>
public sealed record OperatorTakings(Guid Operator, string Name, IReadOnlyList<TenderTakings> ByTender, int Comps, Drawer? Drawer);
