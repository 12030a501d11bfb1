using TicketWeb.Features.Orders;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Settlements.Domain;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Settlements.UseCases;

/// <summary>Books what happened in the very transaction in which it happens. It reads nothing and adds one row, so that a purchase hardly notices.</summary>
internal sealed class KeepBook(TimeProvider clock)
    : IReact<OrderPaid>, IReact<OrderRefunded>, IReact<SurplusRefunded>, IReact<RefundSent>, IReact<RefundGivenByHand>, IReact<RefundReturned>, IReact<RefundUndone>, IReact<DisputeMoved>
{
    public Task ReactAsync(TicketDb db, OrderPaid fact, CancellationToken cancel) => Add(db, Posting.Of(fact, clock.GetUtcNow()));

    public Task ReactAsync(TicketDb db, OrderRefunded fact, CancellationToken cancel) => Add(db, Posting.Of(fact, fact.At ?? clock.GetUtcNow()));

    public Task ReactAsync(TicketDb db, SurplusRefunded fact, CancellationToken cancel) => Add(db, Posting.Of(fact, clock.GetUtcNow()));

    public Task ReactAsync(TicketDb db, RefundSent fact, CancellationToken cancel) => Add(db, Posting.Of(fact, clock.GetUtcNow()));

    public Task ReactAsync(TicketDb db, RefundGivenByHand fact, CancellationToken cancel) => Add(db, Posting.Of(fact, clock.GetUtcNow()));

    public Task ReactAsync(TicketDb db, RefundReturned fact, CancellationToken cancel) => Add(db, Posting.Of(fact, clock.GetUtcNow()));

    public Task ReactAsync(TicketDb db, RefundUndone fact, CancellationToken cancel) => Add(db, Posting.Of(fact, fact.At ?? clock.GetUtcNow()));

    public Task ReactAsync(TicketDb db, DisputeMoved fact, CancellationToken cancel) => Add(db, Posting.Of(fact, clock.GetUtcNow()));

    private static Task Add(TicketDb db, Entry? entry)
    {
        if (entry is not null)
            db.Insert(entry);
        return Task.CompletedTask;
    }
}
