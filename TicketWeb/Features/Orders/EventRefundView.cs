namespace TicketWeb.Features.Orders;

/// <summary>How far a refund of a whole event has come.</summary>
/// <param name="By">Who started it.</param>
/// <param name="Orders">How many it is about.</param>
/// <param name="Failures">Orders that could not be refunded, and why. They are tried again when somebody asks.</param>
public sealed record EventRefundView(
    EventRefundId Id, DateTimeOffset StartedAt, string? By, RefundWhat What, RefundReason Reason, int Orders, int Done, bool Stopped, IReadOnlyList<EventRefundFailure> Failures)
{
    public bool Running => !Stopped && Done + Failures.Count < Orders;
}
