using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

/// <summary>A fee of the organizer's own, on each ticket or once on each order.</summary>
/// <param name="Name">As buyers see it; "" where it is simply among the fees.</param>
/// <param name="Flat">In minor units.</param>
/// <param name="Share">Of what is paid for the ticket, or for all tickets of the order.</param>
/// <param name="Absorbed">True where it is in the price already; false where buyers pay it on top.</param>
/// <param name="From">The least price that carries it, in minor units: the ticket's, or that of all tickets of the order.</param>
/// <param name="To">The largest price that carries it; null for any.</param>
public sealed record OwnFee(string Name, long Flat, BasisPoints Share, bool PerOrder = false, bool Absorbed = false, long From = 0, long? To = null);
