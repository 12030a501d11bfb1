using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Settlements.Domain;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Settlements.UseCases;

/// <summary>What happened in a period and what the organization is owed for it, added up from the book.</summary>
public sealed class ShowStatement(Databases databases, IOrganizations organizations)
{
    /// <param name="id">Null for the period that is open.</param>
    /// <returns>Null when there is no such statement for this person.</returns>
    public async Task<StatementView?> RunAsync(Access access, StatementId? id, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeSettlements))
            return null;
        await using var db = databases.Tenant(access.OrganizationId.Value);
        var statement = id is null ? null : await db.Set<Statement>().SingleOrDefaultAsync(s => s.Id == id.Value, cancel);
        if (id is not null && statement is null)
            return null;

        var organization = (await organizations.FindAsync(access.OrganizationId, cancel))!;
        var sums = await db.EntriesOf(id).GroupBy(e => e.Kind).Select(g => new
        {
            g.Key,
            Count = g.Count(),
            Buyer = g.Sum(e => e.Buyer),
            InTransit = g.Sum(e => e.InTransit),
            Organization = g.Sum(e => e.Organization),
            Platform = g.Sum(e => e.Platform),
            Processor = g.Sum(e => e.Processor),
            Tax = g.Sum(e => e.Tax),
            Prices = g.Sum(e => e.Prices),
            Discount = g.Sum(e => e.Discount),
            OwnFees = g.Sum(e => e.OwnFees),
        }).ToListAsync(cancel);
        var names = await databases.NamesAsync(statement is null ? [] : [statement.ClosedBy], cancel);
        return new StatementView(
            organization.Currency,
            statement?.Row(),
            statement?.FirstDay ?? await OpenSinceAsync(db, organization.TimeZone, cancel),
            statement?.ClosedAt,
            statement is null ? null : names.GetValueOrDefault(statement.ClosedBy),
            [.. sums.OrderBy(s => s.Key).Select(s => new StatementLine(
                s.Key, s.Count, new Balances(s.Buyer, s.InTransit, s.Organization, s.Platform, s.Processor, s.Tax), s.Prices, s.Discount, s.OwnFees))]);
    }

    private static async Task<DateOnly?> OpenSinceAsync(TicketDb db, string zone, CancellationToken cancel) =>
        await db.LatestStatementAsync(cancel) is { } latest ? latest.LastDay.AddDays(1)
        : await db.Set<Entry>().MinAsync(e => (DateTimeOffset?)e.BookedAt, cancel) is { } first ? Statement.Day(first, zone)
        : null;
}
