using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>What was paid for one ticket or add-on of an order, in minor units.</summary>
/// <param name="Position">Its place in the order: the tickets come first, as they are numbered, and the add-ons follow.</param>
/// <param name="OwnFee">What of the fee is the organizer's own.</param>
/// <param name="ProcessorFee">What of the fee went to whoever moves the money.</param>
/// <param name="Tax">What of the price is tax.</param>
/// <param name="Line">The place of its line in the order: a type has a line for each of its prices.</param>
internal sealed record ItemShare(int Position, TicketTypeId TicketTypeId, long Price, long Fee, long OwnFee = 0, long Tax = 0, int Line = 0, LineKind Kind = LineKind.Ticket, long ProcessorFee = 0)
{
    public long Of(RefundPart part) => part switch
    {
        RefundPart.Price => Price,
        RefundPart.Fee => Fee,
    };

    /// <summary>
    /// Splits what the lines came to over their tickets and add-ons with largest remainders: the first ones of a line bear the odd pennies, and the parts
    /// sum to the whole. A share depends on nothing but the order, so it is the same whatever goes back before it.
    /// </summary>
    /// <param name="step">The smallest amount that is given back, in minor units.</param>
    public static IReadOnlyList<ItemShare> Split(IEnumerable<PaidLine> lines, IEnumerable<(int Position, TicketTypeId Type)> tickets, int step = 1)
    {
        var shares = lines
            .SelectMany(l => Of(l, step))
            .ToLookup(s => s.Kind == LineKind.Ticket);
        var ofType = shares[true].GroupBy(s => s.TicketTypeId).ToDictionary(g => g.Key, g => new Queue<ItemShare>(g));
        return
        [
            .. tickets.OrderBy(t => t.Position).Select(t => ofType[t.Type].Dequeue() with { Position = t.Position }),
            .. shares[false].Select((addOn, i) => addOn with { Position = shares[true].Count() + i + 1 }),
        ];
    }

    private static IEnumerable<ItemShare> Of(PaidLine line, int step)
    {
        var (prices, fees, own, taxes) = (Parts(line.Price), Parts(line.Fee), Parts(line.OwnFee), Parts(line.Tax));
        // Beside the organizer's part and never more than is left of the fee, whichever tickets bear the odd pennies.
        var others = Parts(line.OwnFee + line.ProcessorFee);
        return Enumerable.Range(0, line.Count).Select(i => new ItemShare(0, line.TicketTypeId, prices[i], fees[i], own[i], taxes[i], line.Position, line.Kind, others[i] - own[i]));

        IReadOnlyList<long> Parts(long whole) => Shares.Evenly(whole, line.Count, step);
    }
}
