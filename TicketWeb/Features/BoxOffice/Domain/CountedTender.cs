using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;

namespace TicketWeb.Features.BoxOffice.Domain;

/// <summary>What a closing says of one tender other than cash.</summary>
internal sealed class CountedTender
{
    public required ClosingId ClosingId { get; init; }

    public required Tender Tender { get; init; }

    public required OrganizationId OrganizationId { get; init; }

    /// <summary>What its entries with this tender come to, in minor units.</summary>
    public required long Expected { get; init; }

    /// <summary>In minor units.</summary>
    public required long Counted { get; init; }
}
