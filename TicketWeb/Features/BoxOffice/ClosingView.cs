using TicketWeb.Kernel;

namespace TicketWeb.Features.BoxOffice;

/// <summary>A drawer that was counted and closed. It never changes.</summary>
/// <param name="Operator">Whose drawer, by name.</param>
/// <param name="By">Who closed it, by name.</param>
/// <param name="Since">When the first thing happened that it holds.</param>
/// <param name="CashAtStart">The change that was in it at the start; null where nobody was asked for it.</param>
/// <param name="Lines">Cash first, which is always there; then the other tenders that were counted.</param>
public sealed record ClosingView(ClosingId Id, string Operator, string By, DateTimeOffset Since, DateTimeOffset At, Money? CashAtStart, IReadOnlyList<ClosingLine> Lines, string Note);
