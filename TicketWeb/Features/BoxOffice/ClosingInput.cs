namespace TicketWeb.Features.BoxOffice;

/// <summary>A drawer is counted, as typed.</summary>
/// <param name="Operator">Whose drawer.</param>
/// <param name="Counts">Of cash, and of every other tender that went through it; each once.</param>
/// <param name="CashAtStart">The change that was in it at the start; nothing typed is none.</param>
/// <param name="Note">Why something differs; needed where it does.</param>
/// <param name="Key">The same for every try, so that two clicks close once.</param>
public sealed record ClosingInput(Guid Operator, IReadOnlyList<CountInput> Counts, string? CashAtStart, string? Note, Guid Key);
