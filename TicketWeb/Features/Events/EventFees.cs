using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

/// <summary>What an organizer decided about the fees on an event's tickets.</summary>
/// <param name="Absorbs">True where the organizer pays the platform's fee out of the price; false where buyers pay it on top.</param>
/// <param name="Flat">The organizer's own fee on each ticket, paid by buyers, in minor units.</param>
/// <param name="Share">The same as a share of the price.</param>
public sealed record EventFees(bool Absorbs, long Flat, BasisPoints Share)
{
    /// <summary>For what buyers choose to give: nothing is added to it.</summary>
    public static EventFees OutOfThePrice { get; } = new(Absorbs: true, 0, new BasisPoints(0));

    public static EventFees None { get; } = new(Absorbs: false, 0, new BasisPoints(0));
}
