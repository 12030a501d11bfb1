using TicketWeb.Kernel;

namespace TicketWeb.Features.BoxOffice;

/// <summary>A drawer that was counted and closed. It never changes.</summary>
/// <param name="Operator">Whose drawer, by name.</param>
/// <param name="By">Who closed it, by name.</param>
/// <param name="Since">When the first thing happened that it holds.</param>
public sealed record ClosingView(ClosingId Id, string Operator, string By, DateTimeOffset Since, DateTimeOffset At, Money Expected, Money Counted, string Note)
{
    /// <summary>Below zero where something is missing.</summary>
    public Money Difference => Counted - Expected;
}
