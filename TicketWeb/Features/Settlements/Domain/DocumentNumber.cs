using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Settlements.Domain;

/// <summary>The last number of a kind that an organization has given. Whoever takes the next holds the row until their document is there, so none is lost.</summary>
internal sealed class DocumentNumber
{
    public required OrganizationId OrganizationId { get; init; }

    public required DocumentKind Kind { get; init; }

    public required int Last { get; init; }
}
