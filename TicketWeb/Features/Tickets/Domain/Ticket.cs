using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Tickets.Domain;

/// <summary>One admission with one holder.</summary>
internal sealed class Ticket
{
    private Ticket()
    {
    }

    public TicketId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public EventId EventId { get; private init; }

    public TicketTypeId TicketTypeId { get; private init; }

    public OrderId OrderId { get; private init; }

    /// <summary>1 is the order's first. With the order it is unique: however often a paid order is heard of, its tickets are made once.</summary>
    public int Position { get; private init; }

    /// <summary>Nine characters, unique in the event.</summary>
    public string Number { get; private init; } = "";

    /// <summary>Part of the code: raising it makes every earlier code worthless.</summary>
    public int Version { get; private set; }

    public TicketState State { get; private set; }

    public string HolderName { get; private set; } = "";

    public DateTimeOffset IssuedAt { get; private init; }

    /// <summary>The tickets of a paid order, in the order of its lines.</summary>
    public static IEnumerable<Ticket> IssueFor(OrderPaid paid, DateTimeOffset now) => paid.Tickets
        .SelectMany(t => Enumerable.Repeat(t.TicketTypeId, t.Count))
        .Select((type, index) => new Ticket
        {
            Id = Kernel.Id.New<TicketId>(),
            OrganizationId = paid.OrganizationId,
            EventId = paid.EventId,
            TicketTypeId = type,
            OrderId = paid.OrderId,
            Position = index + 1,
            Number = TicketNumber.New().Value,
            Version = 1,
            State = TicketState.Valid,
            HolderName = paid.Name,
            IssuedAt = now,
        });

    /// <summary>The money went back, or there was none: it lets nobody in any more.</summary>
    public void Refund() => State = TicketState.Refunded;
}
