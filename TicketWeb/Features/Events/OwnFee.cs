using System.Text.Json.Serialization;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

/// <summary>A fee of the organizer's own, on each ticket, on each add-on or once on each order.</summary>
/// <param name="Name">As buyers see it; "" where it is simply among the fees.</param>
/// <param name="Flat">In minor units.</param>
/// <param name="Share">Of what is paid for the ticket, for the add-on, or for all of the order.</param>
/// <param name="Per">Ticket, AddOn or Order.</param>
/// <param name="Absorbed">True where it is in the price already; false where buyers pay it on top.</param>
/// <param name="From">The least price that carries it, in minor units: the ticket's, the add-on's, or that of all of the order.</param>
/// <param name="To">The largest price that carries it; null for any.</param>
public sealed record OwnFee(string Name, long Flat, BasisPoints Share, FeeKind Per = FeeKind.Ticket, bool Absorbed = false, long From = 0, long? To = null)
{
    /// <summary>What stands in stored lists instead of <see cref="Per"/> for versions that knew no fees on add-ons.</summary>
    [JsonInclude]
    private bool PerOrder
    {
        get => Per == FeeKind.Order;
        init => Per = value ? FeeKind.Order : Per;
    }
}
