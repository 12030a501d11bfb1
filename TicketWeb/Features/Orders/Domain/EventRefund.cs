using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>That the team decided to send back all of an event. The work is one job for each order.</summary>
internal sealed class EventRefund
{
    private EventRefund()
    {
    }

    public EventRefundId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public EventId EventId { get; private init; }

    public RefundWhat What { get; private init; }

    public RefundReason Reason { get; private init; }

    public string Note { get; private init; } = "";

    /// <summary>Whose account started it.</summary>
    public Guid StartedBy { get; private init; }

    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>When somebody stopped it; the jobs that were left are gone.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    public static Outcome<EventRefund> Start(OrganizationId organization, EventId of, EventRefundInput input, Guid by, DateTimeOffset now)
    {
        var errors = new InputErrors();
        errors.Require(input.What is RefundWhat.TicketsAndFees or RefundWhat.TicketsOnly, "what", "Choose what goes back.");
        errors.Require(input.Reason is not (null or RefundReason.AtGateway), "reason", "Say why the money goes back.");
        var note = errors.Text(input.Note, "note", "The note", OrderRefund.LongestNote, optional: true);
        if (!errors.None)
            return errors.ToRefusal();
        return new EventRefund
        {
            Id = Kernel.Id.New<EventRefundId>(),
            OrganizationId = organization,
            EventId = of,
            What = input.What,
            Reason = input.Reason!.Value,
            Note = note,
            StartedBy = by,
            StartedAt = now,
        };
    }

    public void Stop(DateTimeOffset now) => StoppedAt ??= now;

    /// <summary>All that is left of one order. The key is this refund's, so that an order is refunded once by it, however often its job is done.</summary>
    public RefundInput ForOneOrder() => new(null, What, Reason, Note, Id.Value);
}
