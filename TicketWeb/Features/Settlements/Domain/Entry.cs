using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Settlements.Domain;

/// <summary>
/// One thing that happened, and how it moved between the accounts of an organization. An entry is one row with a column for each account, so
/// that the row itself shows that it sums to zero. It is never changed: the database lets nobody.
/// </summary>
internal sealed class Entry
{
    public required EntryId Id { get; init; }

    public required OrganizationId OrganizationId { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>The row that it tells of; with the kind, unique: nothing is booked twice.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>Null where it is about no order.</summary>
    public required Guid? OrderId { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    public required Currency Currency { get; init; }

    public required long Buyer { get; init; }

    public required long InTransit { get; init; }

    public required long Organization { get; init; }

    public required long Platform { get; init; }

    public required long Processor { get; init; }

    public required long Tax { get; init; }

    /// <summary>Of a sale, before discount, fees and added tax.</summary>
    public long Prices { get; init; }

    /// <summary>Of a sale, what was taken off the prices.</summary>
    public long Discount { get; init; }

    /// <summary>Fees of its own among what is the organization's, on top of the prices and within them.</summary>
    public long OwnFees { get; init; }

    /// <summary>Why somebody entered it by hand.</summary>
    public string? Note { get; init; }

    /// <summary>Whose account entered it by hand.</summary>
    public Guid? BookedBy { get; init; }

    public Balances Moved => new(Buyer, InTransit, Organization, Platform, Processor, Tax);
}
