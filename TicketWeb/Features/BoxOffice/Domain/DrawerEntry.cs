using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Features.BoxOffice.Domain;

/// <summary>Something that somebody at the desk took, gave back or gave away; written in the transaction in which it happened.</summary>
internal sealed class DrawerEntry
{
    private DrawerEntry()
    {
    }

    public DrawerEntryId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public EventId EventId { get; private init; }

    public OrderId OrderId { get; private init; }

    public string OrderNumber { get; private init; } = "";

    /// <summary>The refund that was given back; null for what was sold.</summary>
    public RefundId? RefundId { get; private init; }

    public DrawerEntryKind Kind { get; private init; }

    /// <summary>In whose drawer, by account.</summary>
    public Guid Operator { get; private init; }

    /// <summary>Null where nothing was to be paid.</summary>
    public Tender? Tender { get; private init; }

    /// <summary>In minor units; below zero where it was given back.</summary>
    public long Amount { get; private init; }

    public Currency Currency { get; private init; }

    public int Tickets { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>The closing that holds it; null while its drawer is open.</summary>
    public ClosingId? ClosingId { get; private set; }

    public static DrawerEntry Of(SoldAtDesk sold, DateTimeOffset now) => new()
    {
        Id = Kernel.Id.New<DrawerEntryId>(),
        OrganizationId = sold.OrganizationId,
        EventId = sold.EventId,
        OrderId = sold.OrderId,
        OrderNumber = sold.Number,
        Kind = sold.Comp ? DrawerEntryKind.Comp : DrawerEntryKind.Sale,
        Operator = sold.SoldBy,
        Tender = sold.Tender,
        Amount = sold.Amount,
        Currency = Currency.Of(sold.Currency),
        Tickets = sold.Tickets,
        At = now,
    };

    public static DrawerEntry Of(RefundHandedBack given, DateTimeOffset now) => new()
    {
        Id = Kernel.Id.New<DrawerEntryId>(),
        OrganizationId = given.OrganizationId,
        EventId = given.EventId,
        OrderId = given.OrderId,
        OrderNumber = given.Number,
        RefundId = given.RefundId,
        Kind = DrawerEntryKind.Refund,
        Operator = given.By,
        Tender = given.Tender,
        Amount = -given.Amount,
        Currency = Currency.Of(given.Currency),
        At = now,
    };

    public void CloseWith(Closing closing) => ClosingId = closing.Id;
}
