using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.WaitingRoom;

namespace TicketWeb.Features.Orders;

/// <summary>What a buyer wants to have reserved, as their form says it.</summary>
/// <param name="Key">The browser's own secret for this order, if it made one: sent twice, it starts one order.</param>
public sealed record OrderInput(IReadOnlyList<TicketCount> Wanted, Channel Channel, string? Key)
{
    /// <summary>What an order before this one has asked already: nobody types it twice.</summary>
    public BuyerInput Buyer { get; init; } = new(null, null);

    /// <summary>The buyer's turn in the waiting room, where they had to wait: it starts one order, or the refusal is <see cref="AdmissionUsed"/>.</summary>
    public AdmissionId? Admission { get; init; }

    /// <summary>A code as it was typed, or nothing. With one that cannot be used nothing is reserved: nobody pays more than they expect.</summary>
    public string? Code { get; init; }

    /// <summary>What the buyer gives for each of the types where they choose that, as typed.</summary>
    public IReadOnlyDictionary<TicketTypeId, string> Amounts { get; init; } = new Dictionary<TicketTypeId, string>();

    /// <summary>
    /// What one ticket cost with everything on the page that the buyer chose from, in minor units. Nothing is reckoned with it: whoever saw
    /// another price than the one that holds is told so before they pay.
    /// </summary>
    public IReadOnlyDictionary<TicketTypeId, long> SeenPrices { get; init; } = new Dictionary<TicketTypeId, long>();

    /// <summary>What all of it came to on that page, in minor units: whoever saw that total saw the prices that it is made of. Null where none was shown.</summary>
    public long? SeenTotal { get; init; }
}
