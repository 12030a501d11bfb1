using TicketWeb.Features.Events;

namespace TicketWeb.Features.Inventory;

/// <summary>What a person fills in about an allocation.</summary>
/// <param name="Ends">As the clocks at the venue show it; null for no end.</param>
/// <param name="Quantities">How many of each ticket type it has in all, what is sold from it included; null where nothing was typed.</param>
public sealed record AllocationInput(string? Name, DateTime? Ends, IReadOnlyDictionary<TicketTypeId, int?> Quantities)
{
    /// <summary>The name of a quantity's input.</summary>
    public static string FieldOf(TicketTypeId type) => $"quantity-{type.Value}";
}
