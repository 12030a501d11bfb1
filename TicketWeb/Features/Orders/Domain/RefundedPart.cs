using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>A part of a ticket or add-on that went back. Order, position, part and fee are the key: nothing goes back twice, whatever the code does.</summary>
internal sealed class RefundedPart
{
    public required OrderId OrderId { get; init; }

    public required int Position { get; init; }

    public required RefundPart Part { get; init; }

    /// <summary>Which fee, by the name that buyers see; "" for the price, and in rows of a version before this one for all its fees.</summary>
    public required string Fee { get; init; }

    /// <summary>Whether it was one of an add-on, and no ticket.</summary>
    public required bool AddOn { get; init; }

    public required OrderRefundId RefundId { get; init; }

    public required OrganizationId OrganizationId { get; init; }

    /// <summary>In minor units.</summary>
    public required long Amount { get; init; }

    /// <summary>What went back.</summary>
    public IEnumerable<PaidPart> Of(ItemShare share) => Part == RefundPart.Fee && Fee.Length == 0 ? share.FeeParts : [new PaidPart(Position, Fee)];
}
