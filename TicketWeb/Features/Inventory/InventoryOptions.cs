using System.ComponentModel.DataAnnotations;

namespace TicketWeb.Features.Inventory;

/// <summary>How long a buyer's claim lasts.</summary>
public sealed class InventoryOptions
{
    public const string Section = "Inventory";

    [Range(1, 120)]
    public int ReservationMinutes { get; set; } = 15;

    [Range(1, 60)]
    public int ExtensionMinutes { get; set; } = 10;
}
