using TicketWeb.Features.Inventory.Domain;

namespace TicketWeb.Features.Inventory;

/// <summary>The stock of events that a transaction has locked.</summary>
public sealed class LockedStock
{
    internal LockedStock(Ledger ledger) => Ledger = ledger;

    internal Ledger Ledger { get; }
}
