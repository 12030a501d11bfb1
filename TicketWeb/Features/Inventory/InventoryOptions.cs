namespace TicketWeb.Features.Inventory;

/// <summary>How long a buyer's claim lasts.</summary>
public sealed class InventoryOptions
{
    public const string Section = "Inventory";

    public int ReservationMinutes { get; set; } = 15;

    public int ExtensionMinutes { get; set; } = 10;
}
