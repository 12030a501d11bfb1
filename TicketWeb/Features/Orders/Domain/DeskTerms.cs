using TicketWeb.Features.Inventory;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>Who sells an order at the desk.</summary>
/// <param name="SoldBy">Whose account.</param>
/// <param name="CompReason">Why the tickets are given away; null where they are paid for.</param>
internal sealed record DeskTerms(Guid SoldBy, string? CompReason)
{
    /// <summary>Nobody waits for a bank at the desk: what is not paid by then is somebody else's.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);

    public const int LongestReason = 200;

    /// <summary>The allocation that it is given away from; null for the open stock.</summary>
    public AllocationId? Allocation { get; init; }
}
