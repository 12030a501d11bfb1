using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing.Domain;

/// <summary>A fee on every ticket, every add-on or every order whose price lies in a range: a flat part and a share.</summary>
/// <param name="Per">Ticket, AddOn or Order.</param>
/// <param name="From">The least price before discount, in minor units.</param>
/// <param name="Below">The first price that is too high for it; null for any.</param>
internal sealed record FeeRule(FeeReceiver Receiver, FeeKind Per, long Flat, BasisPoints Share, bool Absorbed = false, long From = 0, long? Below = null, string Name = "")
{
    public bool IsFor(long price) => price >= From && !(price >= Below);

    /// <summary>
    /// On what is paid after discount, so that the fee never rises as the price falls. What is free carries none, and what is taken out of a price is
    /// never more than it.
    /// </summary>
    public long On(long paid)
    {
        var fee = paid <= 0 ? 0 : checked(Flat + Share.Of(paid));
        return Absorbed ? Math.Min(fee, Math.Max(0, paid)) : fee;
    }
}
