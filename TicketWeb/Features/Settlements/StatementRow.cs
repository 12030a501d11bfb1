using TicketWeb.Kernel;

namespace TicketWeb.Features.Settlements;

/// <summary>A closed period in a list.</summary>
public sealed record StatementRow(StatementId Id, int Number, DateOnly FirstDay, DateOnly LastDay, Money Owed);
