using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>What was paid for one ticket or add-on of an order, in minor units.</summary>
/// <param name="Position">Its place in the order: the tickets come first, as they are numbered, and the add-ons follow.</param>
/// <param name="Fees">In the order of <see cref="PaidLine.Fees"/>.</param>
/// <param name="Tax">What of the price is tax.</param>
/// <param name="Line">The place of its line in the order: a type has a line for each of its prices.</param>
/// <param name="OwnFeeWithin">What of the price is fees of the organizer's own.</param>
internal sealed record ItemShare(
    int Position, TicketTypeId TicketTypeId, long Price, IReadOnlyList<FeeShare> Fees, long Tax = 0, int Line = 0, LineKind Kind = LineKind.Ticket, long OwnFeeWithin = 0)
{
    /// <summary>All its fees together.</summary>
    public long Fee => Fees.Sum(f => f.Amount);

    /// <summary>What of them is the organizer's own.</summary>
    public long OwnFee => For(FeeReceiver.Organization);

    /// <summary>What of them went to whoever moves the money.</summary>
    public long ProcessorFee => For(FeeReceiver.Processor);

    /// <summary>Its fees by the names that buyers see.</summary>
    public IEnumerable<PaidPart> FeeParts => Fees.Select(f => f.Name).Distinct().Select(name => new PaidPart(Position, name));

    /// <summary>What one of its parts is worth.</summary>
    public long Of(PaidPart part) => part.IsPrice ? Price : Fees.Where(f => f.Name == part.Fee).Sum(f => f.Amount);

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
        var (prices, taxes, within) = (Parts(line.Price), Parts(line.Tax), Parts(line.OwnFeeWithin));
        // A fee is what it adds to the fees before it, so that no part is below zero and all of them together are split like one, whichever tickets bear the odd pennies.
        var upTo = Enumerable.Range(0, line.Fees.Count + 1).Select(n => Parts(line.Fees.Take(n).Sum(f => f.Amount))).ToList();
        return Enumerable.Range(0, line.Count).Select(i => new ItemShare(
            0, line.TicketTypeId, prices[i], [.. line.Fees.Select((fee, n) => fee with { Amount = upTo[n + 1][i] - upTo[n][i] })], taxes[i], line.Position, line.Kind, within[i]));

        IReadOnlyList<long> Parts(long whole) => Shares.Evenly(whole, line.Count, step);
    }

    private long For(FeeReceiver receiver) => Fees.Where(f => f.Receiver == receiver).Sum(f => f.Amount);
}
