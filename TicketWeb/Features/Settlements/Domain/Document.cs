using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Settlements.Domain;

/// <summary>An invoice or a credit note that was made. What it says of the seller and the buyer is kept with it; its sums are those of the order and the refund, which do not change.</summary>
internal sealed class Document
{
    public required DocumentId Id { get; init; }

    public required OrganizationId OrganizationId { get; init; }

    public required DocumentKind Kind { get; init; }

    /// <summary>1 is the organization's first of its kind; there are no gaps.</summary>
    public required int Number { get; init; }

    public required OrderId OrderId { get; init; }

    /// <summary>What a credit note is about; null for an invoice.</summary>
    public required OrderRefundId? RefundId { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required string SellerName { get; init; }

    public required string SellerAddress { get; init; }

    public required string SellerTaxId { get; init; }

    public required string BuyerName { get; init; }

    public LegalDetails Seller => new(SellerName, SellerAddress, SellerTaxId);
}
