using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Settlements.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Settlements.UseCases;

/// <summary>The closed periods, newest first.</summary>
public sealed class ListStatements(Databases databases)
{
    public async Task<IReadOnlyList<StatementRow>> RunAsync(Access access, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeSettlements))
            return [];
        await using var db = databases.Tenant(access.OrganizationId.Value);
        return [.. (await db.Set<Statement>().OrderByDescending(s => s.Number).ToListAsync(cancel)).Select(s => s.Row())];
    }
}
