using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Settlements.Domain;

/// <summary>The rules of the book: which accounts a thing that happened moves, and how far. What one gains another loses.</summary>
internal static class Posting
{
    public const int LongestNote = 500;

    /// <summary>The buyer has paid, and everybody has their share.</summary>
    /// <returns>Null where they paid at the desk: that money never came through the platform.</returns>
    public static Entry? Of(OrderPaid fact, DateTimeOffset at) => fact.AtDesk ? null : Make(
        EntryKind.Sale, fact.OrganizationId, fact.OrderId.Value, fact.OrderId.Value, fact.Proceeds.Currency, at,
        new Balances(-fact.Proceeds.Total, 0, fact.Proceeds.Organization, fact.Proceeds.PlatformFees, fact.Proceeds.ProcessorFees, fact.Proceeds.Tax),
        fact.Proceeds.Prices, fact.Proceeds.Discount, fact.Proceeds.OwnFees + fact.Proceeds.OwnFeesWithin);

    /// <summary>From this moment the money is the buyer's, however long it takes to reach them.</summary>
    /// <returns>Null where it goes back at the desk.</returns>
    public static Entry? Of(OrderRefunded fact, DateTimeOffset at) => fact.AtDesk ? null : GivenBack(EntryKind.Refund, fact.OrganizationId, fact.RefundId, fact.OrderId, fact.Proceeds, at);

    /// <summary>The same with the other sign.</summary>
    public static Entry Of(RefundUndone fact, DateTimeOffset at) => GivenBack(EntryKind.RefundUndone, fact.OrganizationId, fact.RefundId, fact.OrderId, fact.Proceeds, at);

    /// <summary>It was never anybody else's.</summary>
    public static Entry Of(SurplusRefunded fact, DateTimeOffset at) => Make(
        EntryKind.Surplus, fact.OrganizationId, fact.PaymentId.Value, fact.OrderId.Value, fact.Currency, at, new Balances(-fact.Amount, fact.Amount, 0, 0, 0, 0));

    public static Entry Of(RefundSent fact, DateTimeOffset at) => Make(
        EntryKind.RefundSent, fact.OrganizationId, fact.RefundId.Value, fact.OrderId, fact.Currency, at, new Balances(fact.Amount, -fact.Amount, 0, 0, 0, 0));

    /// <summary>What was on its way to the buyer is the organizer's, who gave the buyer as much of their own.</summary>
    public static Entry Of(RefundGivenByHand fact, DateTimeOffset at) => Make(
        EntryKind.RefundByHand, fact.OrganizationId, fact.RefundId.Value, fact.OrderId, fact.Currency, at, new Balances(0, -fact.Amount, fact.Amount, 0, 0, 0));

    public static Entry Of(RefundReturned fact, DateTimeOffset at) => Make(
        EntryKind.RefundReturned, fact.OrganizationId, fact.RefundId.Value, fact.OrderId, fact.Currency, at, new Balances(-fact.Amount, fact.Amount, 0, 0, 0, 0));

    /// <summary>The organizer bears what a bank takes back, and what the dispute costs; the platform keeps its fee. A dispute that was won is the same with the other sign.</summary>
    public static Entry Of(DisputeMoved fact, DateTimeOffset at) => Make(
        EntryKind.Dispute, fact.OrganizationId, fact.MoveId, fact.OrderId, fact.Currency, at, new Balances(fact.Amount, 0, -fact.Amount - fact.Fee, 0, fact.Fee, 0));

    /// <summary>Something put right by hand, between the organizer and the platform. Wrong ones are put right by another.</summary>
    /// <param name="input">What was typed.</param>
    public static Outcome<Entry> Adjust(OrganizationId organization, Currency currency, AdjustmentInput input, Guid by, DateTimeOffset at)
    {
        var errors = new InputErrors();
        var amount = Money.Parse(input.Amount, currency);
        errors.Require(amount is { Minor: not 0 }, "amount", "Enter an amount like 12.50, or −12.50 for what the organization owes.");
        var note = errors.Text(input.Reason, "reason", "The reason", LongestNote);
        if (!errors.None)
            return errors.ToRefusal();
        var minor = amount!.Value.Minor;
        return Make(EntryKind.Adjustment, organization, input.Key, null, currency.Code, at, new Balances(0, 0, minor, -minor, 0, 0), note: note, by: by);
    }

    private static Entry GivenBack(EntryKind kind, OrganizationId organization, OrderRefundId refund, OrderId order, Proceeds back, DateTimeOffset at) => Make(
        kind, organization, refund.Value, order.Value, back.Currency, at,
        new Balances(0, back.Total, -back.Organization, -back.PlatformFees, -back.ProcessorFees, -back.Tax), ownFees: -back.OwnFees - back.OwnFeesWithin);

    private static Entry Make(
        EntryKind kind, OrganizationId organization, Guid source, Guid? order, string currency, DateTimeOffset at, Balances moved,
        long prices = 0, long discount = 0, long ownFees = 0, string? note = null, Guid? by = null) => new()
        {
            Id = Id.New<EntryId>(),
            OrganizationId = organization,
            Kind = kind,
            SourceId = source,
            OrderId = order,
            BookedAt = at,
            Currency = Currency.Of(currency),
            Buyer = moved.Buyer,
            InTransit = moved.InTransit,
            Organization = moved.Organization,
            Platform = moved.Platform,
            Processor = moved.Processor,
            Tax = moved.Tax,
            Prices = prices,
            Discount = discount,
            OwnFees = ownFees,
            Note = note,
            BookedBy = by,
        };
}
