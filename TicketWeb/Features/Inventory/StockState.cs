namespace TicketWeb.Features.Inventory;

/// <summary>How much is left, as far as a buyer needs to know.</summary>
public enum StockState
{
    Available,

    /// <summary>Few enough that the number is worth showing loudly.</summary>
    Few,

    SoldOut,
}
