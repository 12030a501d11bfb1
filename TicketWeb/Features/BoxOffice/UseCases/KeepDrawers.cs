using TicketWeb.Features.BoxOffice.Domain;
using TicketWeb.Features.Orders;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.BoxOffice.UseCases;

/// <summary>Writes down what went through a drawer in the transaction in which it did: there is no sale that nobody has to account for.</summary>
internal sealed class KeepDrawers(TimeProvider clock) : IReact<SoldAtDesk>, IReact<RefundHandedBack>
{
    public Task ReactAsync(TicketDb db, SoldAtDesk fact, CancellationToken cancel)
    {
        db.Insert(DrawerEntry.Of(fact, clock.GetUtcNow()));
        return Task.CompletedTask;
    }

    public Task ReactAsync(TicketDb db, RefundHandedBack fact, CancellationToken cancel)
    {
        db.Insert(DrawerEntry.Of(fact, clock.GetUtcNow()));
        return Task.CompletedTask;
    }
}
