namespace TicketWeb.Features.Settlements;

/// <summary>
/// What accounts hold, in minor units of one currency. What one of them gains another loses: together they are always zero.
/// </summary>
/// <param name="Buyer">Below zero by what buyers have paid and not got back.</param>
/// <param name="InTransit">Owed to buyers: on its way back to them, or refused by the gateway and not asked for again.</param>
/// <param name="Organization">The organizer's, without tax.</param>
/// <param name="Platform">The installation's fees.</param>
/// <param name="Processor">What moving the money costs.</param>
/// <param name="Tax">What the organizer owes to the state.</param>
public readonly record struct Balances(long Buyer, long InTransit, long Organization, long Platform, long Processor, long Tax)
{
    public long Sum => checked(Buyer + InTransit + Organization + Platform + Processor + Tax);

    /// <summary>What buyers have paid and what of it is not owed to them.</summary>
    public long FromBuyers => -(Buyer + InTransit);

    /// <summary>What the organizer is owed: their own, and the tax that they pass on.</summary>
    public long Owed => Organization + Tax;

    public static Balances operator +(Balances a, Balances b) => checked(new(
        a.Buyer + b.Buyer, a.InTransit + b.InTransit, a.Organization + b.Organization, a.Platform + b.Platform, a.Processor + b.Processor, a.Tax + b.Tax));
}
