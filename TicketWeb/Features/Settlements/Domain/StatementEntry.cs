using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Settlements.Domain;

/// <summary>That an entry belongs to a closed period. The entry is the key: none is in two.</summary>
internal sealed class StatementEntry
{
    public required EntryId EntryId { get; init; }

    public required StatementId StatementId { get; init; }

    public required OrganizationId OrganizationId { get; init; }
}
