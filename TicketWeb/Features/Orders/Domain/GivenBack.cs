using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>
/// All that has gone back of an order, or is owed to its buyer: parts of tickets and add-ons, and money that went ahead of them. That is what somebody
/// refunded at the payment company: it names no ticket, so it counts for whichever go back later.
/// </summary>
/// <param name="Shares">All tickets and add-ons of the order.</param>
/// <param name="Gone">The parts that went back.</param>
/// <param name="Amount">All of the money, in minor units.</param>
internal sealed record GivenBack(IReadOnlyList<ItemShare> Shares, IReadOnlySet<PaidPart> Gone, long Amount)
{
    /// <summary>What went back and is no part's.</summary>
    public long Ahead => Amount - Worth;

    /// <summary>What the parts that are gone were worth.</summary>
    public long Worth => Gone.Sum(g => Shares.Single(s => s.Position == g.Position).Of(g));

    public GivenBack With(RefundPlan plan) => this with { Gone = Gone.Concat(plan.Parts.Select(p => p.Part)).ToHashSet(), Amount = Amount + plan.Amount };

    public GivenBack With(long amount) => this with { Amount = Amount + amount };

    /// <summary>
    /// Who gives all of it back. A price comes from the organizer with its tax, and a fee from whom it went to; money that went ahead comes from everybody
    /// by what they have of the rest. Once everything has gone back it is the same, whatever went first. Fees that the organizer absorbed are no
    /// part of what a buyer paid, and stay where they are.
    /// </summary>
    public Proceeds Proceeds(Currency currency)
    {
        var (gone, left) = (Sum(Gone.Contains), Sum(part => !Gone.Contains(part)));
        var ahead = Kernel.Shares.Of(Ahead, [left.Price, left.OwnFee, left.ProcessorFee, left.Fee - left.OwnFee - left.ProcessorFee], currency.Step);
        return new Proceeds(
            currency.Code, gone.Price + ahead[0], Discount: 0, Amount, gone.OwnFee + ahead[1], gone.Fee - gone.OwnFee - gone.ProcessorFee + ahead[3], gone.ProcessorFee + ahead[2],
            gone.Tax + OfPrice(left.Tax))
        {
            OwnFeesWithin = gone.OwnFeeWithin + OfPrice(left.OwnFeeWithin),
        };

        // So much of the price that went ahead; a fee within a price may be more than a discount has left of it.
        long OfPrice(long part) => Kernel.Shares.Of(ahead[0], [Math.Min(part, left.Price), Math.Max(0, left.Price - part)])[0];
    }

    /// <summary>What these parts come to.</summary>
    private ItemShare Sum(Func<PaidPart, bool> counts)
    {
        var priced = Shares.Where(s => counts(new PaidPart(s.Position))).ToList();
        return new ItemShare(0, default, priced.Sum(s => s.Price), [.. Shares.SelectMany(s => s.Fees.Where(f => counts(new PaidPart(s.Position, f.Name))))], priced.Sum(s => s.Tax), OwnFeeWithin: priced.Sum(s => s.OwnFeeWithin));
    }
}
