using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.BoxOffice.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.BoxOffice.UseCases;

/// <summary>What the desk took on a day, by person and tender: one's own, or everybody's for those who look after them.</summary>
public sealed class ShowTakings(Databases databases, IOrganizations organizations, TimeProvider clock)
{
    /// <param name="day">Of the organization's zone; null for today.</param>
    /// <returns>Null for whoever may not sell.</returns>
    public async Task<TakingsView?> RunAsync(Access access, DateOnly? day, CancellationToken cancel)
    {
        if (!access.May(Permission.SellAtDesk))
            return null;
        var organization = (await organizations.FindAsync(access.OrganizationId, cancel))!;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().LocalTime(organization.TimeZone).DateTime);
        var shown = day ?? today;
        var (from, until) = (shown.Begins(organization.TimeZone), shown.AddDays(1).Begins(organization.TimeZone));

        await using var db = databases.Tenant(access.OrganizationId.Value);
        var all = access.May(Permission.SeeDrawers);
        var mine = db.Set<DrawerEntry>().Where(e => all || e.Operator == access.AccountId);
        var ofDay = mine.Where(e => e.At >= from && e.At < until);
        var sums = await ofDay.GroupBy(e => new { e.Operator, e.Kind, e.Tender })
            .Select(g => new Sum(g.Key.Operator, g.Key.Kind, g.Key.Tender, g.Count(), g.Sum(e => e.Amount), g.Sum(e => e.Tickets))).ToListAsync(cancel);
        var entries = await ofDay.OrderByDescending(e => e.Id).Take(TakingsView.MostEntries).ToListAsync(cancel);
        var drawers = shown == today
            ? await mine.Where(e => e.ClosingId == null).GroupBy(e => new { e.Operator, e.Tender })
                .Select(g => new Open(g.Key.Operator, g.Key.Tender, g.Min(e => e.At), g.Count(), g.Sum(e => e.Amount))).ToListAsync(cancel)
            : [];
        var closings = await db.Set<Closing>().Where(c => (all || c.Operator == access.AccountId) && c.ClosedAt >= from && c.ClosedAt < until).OrderByDescending(c => c.Id).ToListAsync(cancel);
        var people = sums.Select(s => s.Operator).Concat(drawers.Select(d => d.Operator)).Distinct().ToList();
        var names = await databases.NamesAsync(people.Concat(closings.SelectMany(c => new[] { c.Operator, c.ClosedBy })), cancel);

        var open = drawers.GroupBy(d => d.Operator).ToDictionary(g => g.Key, g => new Drawer(
            g.Min(d => d.Since), g.Sum(d => d.Count), [.. Closing.Due(g.Select(d => (d.Tender, d.Amount))).Select(d => new DrawerLine(d.Key, new Money(d.Value, organization.Currency)))]));
        return new TakingsView(
            shown, organization.Currency,
            [.. people.Select(p => Takings(p, Name(p), sums.Where(s => s.Operator == p).ToList(), open.GetValueOrDefault(p), organization.Currency)).OrderBy(o => o.Name, StringComparer.CurrentCultureIgnoreCase)],
            [.. entries.Select(e => new DrawerEntryView(e.Kind, e.OrderId, e.OrderNumber, Name(e.Operator), e.Tender, new Money(e.Amount, e.Currency), e.Tickets, e.At))],
            [.. closings.Select(c => new ClosingView(c.Id, Name(c.Operator), Name(c.ClosedBy), c.Since, c.ClosedAt, c.CashAtStart is { } change ? new Money(change, c.Currency) : null, Lines(c), c.Note))]);

        string Name(Guid person) => names.GetValueOrDefault(person, "Somebody who has left");
    }

    private static OperatorTakings Takings(Guid person, string name, IReadOnlyList<Sum> sums, Drawer? drawer, Currency currency)
    {
        var tenders = sums.Where(s => s.Kind != DrawerEntryKind.Comp).GroupBy(s => s.Tender).OrderBy(g => g.Key is null).ThenBy(g => g.Key).Select(g =>
        {
            var (sold, back) = (g.SingleOrDefault(s => s.Kind == DrawerEntryKind.Sale), g.SingleOrDefault(s => s.Kind == DrawerEntryKind.Refund));
            return new TenderTakings(g.Key, sold?.Count ?? 0, new Money(sold?.Amount ?? 0, currency), back?.Count ?? 0, new Money(-(back?.Amount ?? 0), currency));
        });
        return new OperatorTakings(person, name, [.. tenders], sums.Where(s => s.Kind == DrawerEntryKind.Comp).Sum(s => s.Tickets), drawer);
    }

    private static IReadOnlyList<ClosingLine> Lines(Closing closing) =>
    [
        Line(Tender.Cash, closing.Expected, closing.Counted, closing.Currency),
        .. closing.Others.OrderBy(o => o.Tender).Select(o => Line(o.Tender, o.Expected, o.Counted, closing.Currency)),
    ];

    private static ClosingLine Line(Tender tender, long expected, long counted, Currency currency) => new(tender, new Money(expected, currency), new Money(counted, currency));

    private sealed record Open(Guid Operator, Tender? Tender, DateTimeOffset Since, int Count, long Amount);

    private sealed record Sum(Guid Operator, DrawerEntryKind Kind, Tender? Tender, int Count, long Amount, int Tickets);
}
