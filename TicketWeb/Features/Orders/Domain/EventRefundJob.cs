using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>One order of an event that is to be refunded.</summary>
internal sealed class EventRefundJob
{
    public required Guid Id { get; init; }

    public required EventRefundId RefundId { get; init; }

    public required OrganizationId OrganizationId { get; init; }

    public required OrderId OrderId { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public int Attempts { get; init; }

    public string? LastError { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>When it was found that this order cannot be refunded like this.</summary>
    public DateTimeOffset? FailedAt { get; init; }
}
