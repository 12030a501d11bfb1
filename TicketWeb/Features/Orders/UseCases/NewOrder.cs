using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.WaitingRoom;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>What a buyer wants to have reserved; each ticket type once.</summary>
internal sealed record NewOrder(IReadOnlyList<TicketCount> Wanted, Channel Channel, CheckoutSecret Secret, BuyerInput Buyer, AdmissionId? Admission, string? Code)
{
    /// <summary>See <see cref="OrderInput.Amounts"/>.</summary>
    public IReadOnlyDictionary<TicketTypeId, string> Amounts { get; init; } = new Dictionary<TicketTypeId, string>();

    /// <summary>See <see cref="OrderInput.SeenPrices"/>.</summary>
    public IReadOnlyDictionary<TicketTypeId, long> SeenPrices { get; init; } = new Dictionary<TicketTypeId, long>();

    /// <summary>See <see cref="OrderInput.SeenTotal"/>.</summary>
    public long? SeenTotal { get; init; }

    /// <summary>Who sells it at the desk; null where a buyer wants it.</summary>
    public DeskTerms? Desk { get; init; }
}
