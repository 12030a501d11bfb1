using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>Refunds added up and listed by the database, from the very rows that the money is sent for.</summary>
public sealed class RefundSums(Databases databases, IEvents events)
{
    /// <param name="until">Not included.</param>
    /// <returns>In each currency in which anything went back.</returns>
    internal async Task<IReadOnlyList<RefundFigures>> AddUpAsync(TicketDb db, IQueryable<OrderRefund> refunds, DateTimeOffset from, DateTimeOffset until, string zone, CancellationToken cancel)
    {
        var moves = Moves(refunds).Where(m => m.At >= from && m.At < until)
            .Select(m => new { Move = m, AtDesk = db.Set<Order>().Any(o => o.Id == m.OrderId && o.SoldBy != null) });
        var reasons = await moves.GroupBy(m => new { m.Move.Currency, m.Move.Reason }).Select(g => new
        {
            g.Key.Currency,
            g.Key.Reason,
            Count = g.Count(m => !m.Move.Undone),
            Amount = g.Sum(m => m.Move.Price + m.Move.Fee),
            Fee = g.Sum(m => m.Move.Fee),
            OwnFee = g.Sum(m => m.Move.OwnFee),
            AtDesk = g.Sum(m => m.AtDesk ? m.Move.Price + m.Move.Fee : 0),
        }).ToListAsync(cancel);
        var people = await moves.GroupBy(m => new { m.Move.Currency, m.Move.DecidedBy })
            .Select(g => new Side<Guid>(g.Key.Currency, g.Key.DecidedBy, g.Count(m => !m.Move.Undone), g.Sum(m => m.Move.Price + m.Move.Fee), g.Sum(m => m.Move.Fee))).ToListAsync(cancel);
        var happenings = await moves.GroupBy(m => new { m.Move.Currency, m.Move.EventId })
            .Select(g => new Side<EventId>(g.Key.Currency, g.Key.EventId, g.Count(m => !m.Move.Undone), g.Sum(m => m.Move.Price + m.Move.Fee), g.Sum(m => m.Move.Fee))).ToListAsync(cancel);
        var days = await moves.GroupBy(m => new { m.Move.Currency, Day = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(m.Move.At.UtcDateTime, zone).Date })
            .Select(g => new Side<DateTime>(g.Key.Currency, g.Key.Day, g.Count(m => !m.Move.Undone), g.Sum(m => m.Move.Price + m.Move.Fee), g.Sum(m => m.Move.Fee))).ToListAsync(cancel);
        var items = await db.Set<RefundedPart>().Where(p => p.Part == RefundPart.Price)
            .Join(refunds.Where(r => r.DecidedAt >= from && r.DecidedAt < until), p => p.RefundId, r => r.Id, (p, r) => new { r.Currency, p.AddOn })
            .GroupBy(p => p).Select(g => new { g.Key.Currency, g.Key.AddOn, Count = g.Count() }).ToListAsync(cancel);
        var names = await databases.NamesAsync(people.Select(p => p.Key), cancel);
        var titles = await TitlesAsync(happenings.Select(h => h.Key), cancel);

        return
        [
            .. from of in reasons.GroupBy(r => r.Currency)
               let currency = of.Key
               orderby currency.Code
               select new RefundFigures(
                   of.Sum(r => r.Count),
                   items.Where(i => i.Currency == currency && !i.AddOn).Sum(i => i.Count),
                   items.Where(i => i.Currency == currency && i.AddOn).Sum(i => i.Count),
                   new Money(of.Sum(r => r.Amount), currency),
                   new Money(of.Sum(r => r.Fee), currency),
                   new Money(of.Sum(r => r.OwnFee), currency),
                   new Money(of.Sum(r => r.AtDesk), currency),
                   [.. of.OrderByDescending(r => r.Amount).Select(r => (r.Reason, r.Count, new Money(r.Amount, currency), new Money(r.Fee, currency)))],
                   Sides(people, currency, id => Name(names, id)),
                   Sides(happenings, currency, id => titles.GetValueOrDefault(id, "")),
                   [.. Sides(days, currency, DateOnly.FromDateTime).OrderBy(d => d.Of)]),
        ];
    }

    /// <summary>One by one, oldest first.</summary>
    internal async Task<IReadOnlyList<RefundRow>> ListAsync(TicketDb db, IQueryable<OrderRefund> refunds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel)
    {
        var moves = await Moves(refunds).Where(m => m.At >= from && m.At < until)
            .Join(db.Set<Order>(), m => m.OrderId, o => o.Id, (m, o) => new { Move = m, o.Number, AtDesk = o.SoldBy != null })
            .OrderBy(m => m.Move.At).ThenBy(m => m.Move.RefundId).ToListAsync(cancel);
        var items = await db.Set<RefundedPart>().Where(p => p.Part == RefundPart.Price)
            .Join(refunds.Where(r => r.DecidedAt >= from && r.DecidedAt < until), p => p.RefundId, r => r.Id, (p, r) => new { p.RefundId, p.AddOn })
            .GroupBy(p => p).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var names = await databases.NamesAsync(moves.Select(m => m.Move.DecidedBy).Distinct(), cancel);
        var titles = await TitlesAsync(moves.Select(m => m.Move.EventId).Distinct(), cancel);
        return
        [
            .. from m in moves
               let money = (Func<long, Money>)(minor => new Money(minor, m.Move.Currency))
               select new RefundRow(
                   m.Move.At, m.Move.Undone, titles.GetValueOrDefault(m.Move.EventId, ""), m.Number, m.Move.Reason, Name(names, m.Move.DecidedBy), m.Move.Note,
                   m.Move.Undone ? 0 : items.GetValueOrDefault(new { m.Move.RefundId, AddOn = false }), m.Move.Undone ? 0 : items.GetValueOrDefault(new { m.Move.RefundId, AddOn = true }),
                   money(m.Move.Price + m.Move.Fee), money(m.Move.Fee), money(m.Move.OwnFee), m.AtDesk),
        ];
    }

    private static IQueryable<RefundMove> Moves(IQueryable<OrderRefund> refunds) =>
        refunds.Select(r => new RefundMove
        {
            RefundId = r.Id,
            EventId = r.EventId,
            OrderId = r.OrderId,
            Reason = r.Reason,
            DecidedBy = r.DecidedBy,
            Note = r.Note,
            At = r.DecidedAt,
            Currency = r.Currency,
            Undone = false,
            Price = r.Price + r.UndonePrice,
            Fee = r.Fee + r.UndoneFee,
            OwnFee = r.OwnFee + r.UndoneOwnFee,
        }).Concat(refunds.Where(r => r.UndoneAt != null).Select(r => new RefundMove
        {
            RefundId = r.Id,
            EventId = r.EventId,
            OrderId = r.OrderId,
            Reason = r.Reason,
            DecidedBy = r.DecidedBy,
            Note = r.Note,
            At = r.UndoneAt!.Value,
            Currency = r.Currency,
            Undone = true,
            Price = -r.UndonePrice,
            Fee = -r.UndoneFee,
            OwnFee = -r.UndoneOwnFee,
        }));

    private async Task<Dictionary<EventId, string>> TitlesAsync(IEnumerable<EventId> ids, CancellationToken cancel) => (await events.FindAllAsync([.. ids], cancel)).ToDictionary(e => e.Id, e => e.Title);

    private static IReadOnlyList<(TOf Of, int Count, Money Amount, Money Fee)> Sides<TKey, TOf>(IEnumerable<Side<TKey>> sides, Currency currency, Func<TKey, TOf> of) =>
        [.. sides.Where(s => s.Currency == currency).OrderByDescending(s => s.Amount).Select(s => (of(s.Key), s.Count, new Money(s.Amount, currency), new Money(s.Fee, currency)))];

    private static string Name(IReadOnlyDictionary<Guid, string> names, Guid person) => person == Guid.Empty ? "At the payment company" : names.GetValueOrDefault(person, "Somebody who has left");

    private sealed record Side<TKey>(Currency Currency, TKey Key, int Count, long Amount, long Fee);
}
