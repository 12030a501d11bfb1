using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Events.Domain;

/// <summary>An uploaded picture after it was checked and re-encoded.</summary>
internal sealed class Picture
{
    public required Guid Id { get; init; }

    public required OrganizationId OrganizationId { get; init; }

    public required byte[] Content { get; init; }

    public required string ContentType { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }
}
