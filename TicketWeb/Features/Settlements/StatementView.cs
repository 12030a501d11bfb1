using TicketWeb.Kernel;

namespace TicketWeb.Features.Settlements;

/// <summary>A period, closed or still open: what happened in it, and what the organization is owed for it.</summary>
/// <param name="Row">Null while it is open.</param>
/// <param name="FirstDay">Null where nothing was booked yet.</param>
/// <param name="ClosedBy">Who closed it; null while it is open, and where they have left.</param>
public sealed record StatementView(Currency Currency, StatementRow? Row, DateOnly? FirstDay, DateTimeOffset? ClosedAt, string? ClosedBy, IReadOnlyList<StatementLine> Lines)
{
    public Balances Total => Lines.Aggregate(new Balances(), (sum, l) => sum + l.Moved);

    public Money Owed => Money(Total.Owed);

    public StatementLine Of(EntryKind kind) => Lines.SingleOrDefault(l => l.Kind == kind) ?? new StatementLine(kind, 0, new Balances(), 0, 0, 0);

    public Money Money(long minor) => new(minor, Currency);
}
