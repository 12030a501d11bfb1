namespace TicketWeb.Features.Settlements;

/// <summary>All entries of one kind in a period.</summary>
public sealed record StatementLine(EntryKind Kind, int Count, Balances Moved, long Prices, long Discount, long OwnFees);
