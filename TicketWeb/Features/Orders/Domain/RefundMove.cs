using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>What a refund moved at one moment, in minor units: all of it when it was decided, and back what came to nothing when that was heard.</summary>
internal sealed class RefundMove
{
    public required OrderRefundId RefundId { get; init; }

    public required EventId EventId { get; init; }

    public required OrderId OrderId { get; init; }

    public required RefundReason Reason { get; init; }

    public required Guid DecidedBy { get; init; }

    public required string Note { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Currency Currency { get; init; }

    public required bool Undone { get; init; }

    public required long Price { get; init; }

    public required long Fee { get; init; }

    public required long OwnFee { get; init; }
}
