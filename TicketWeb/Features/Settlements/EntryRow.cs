using TicketWeb.Kernel;

namespace TicketWeb.Features.Settlements;

/// <summary>An entry in a list of the team's.</summary>
/// <param name="OrderNumber">Null where it is about no order.</param>
/// <param name="By">Who entered it by hand.</param>
public sealed record EntryRow(
    EntryId Id, EntryKind Kind, DateTimeOffset BookedAt, Currency Currency, Guid? OrderId, string? OrderNumber, Balances Moved, long Prices, long Discount, long OwnFees, string? Note, string? By);
