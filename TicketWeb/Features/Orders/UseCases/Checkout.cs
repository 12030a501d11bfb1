using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>An order in the hands of its buyer: looking at it, asking for more time, coming back from the bank.</summary>
public sealed class Checkout(Databases databases, IEvents events, IInventory inventory, IPayments payments, FollowPayment follow)
{
    /// <summary>The order as it stands; null for a wrong id or secret.</summary>
    public async Task<CheckoutView?> FindAsync(OrderId id, string? secret, CancellationToken cancel)
    {
        await using var db = databases.Service();
        if (await db.Set<Order>().SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } order || !order.OpensWith(secret))
            return null;

        var reservation = (await inventory.FindAsync(order.ReservationId, cancel))!;
        return new CheckoutView(
            order.Id, order.Number, order.LinkToken, order.State, (await events.FindAsync(order.EventId, cancel))!, order.Quote, order.Email, order.Name,
            reservation.ExpiresAt, reservation.MayExtend, await payments.LatestAsync(db, id.Value, cancel), order.PaidAt);
    }

    /// <summary>"I need more time", once.</summary>
    public async Task<Outcome<Done>> ExtendAsync(OrderId id, string? secret, CancellationToken cancel)
    {
        await using var db = databases.Service();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.LockAsync(id, secret, cancel) is not { } order)
            return new NotFound("order");
        if ((await inventory.ExtendAsync(db, order.ReservationId, cancel)).Refusal is { } refusal)
            return refusal;

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Done();
    }

    /// <summary>Keeps what the buyer had typed when the time ran out; a wrong secret and an order that is decided change nothing.</summary>
    public async Task RememberAsync(OrderId id, string? secret, BuyerInput buyer, CancellationToken cancel)
    {
        await using var db = databases.Service();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.LockAsync(id, secret, cancel) is not { State: OrderState.Reserved or OrderState.Expired } order)
            return;

        order.Remember(buyer.Email, buyer.Name);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The buyer is back from their bank: how did it go?</summary>
    public async Task<CheckoutView?> ReturnAsync(OrderId id, string? secret, CancellationToken cancel)
    {
        if (await FindAsync(id, secret, cancel) is not { } view)
            return null;
        if (view is not { State: OrderState.AwaitingPayment, Payment: { } payment })
            return view;

        var said = await follow.RunAsync(id, payment.Id, cancel);
        return await FindAsync(id, secret, cancel) is { } now ? now with { ClientSecret = said?.ClientSecret } : null;
    }
}
