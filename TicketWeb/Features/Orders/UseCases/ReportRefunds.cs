using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>What all of an organization has sent back in a period of its own days. It says what the book says for the same days, beside what went back at the desk.</summary>
public sealed class ReportRefunds(Databases databases, IOrganizations organizations, RefundSums sums)
{
    /// <returns>In each currency in which anything went back; null when this person may not see it.</returns>
    public async Task<IReadOnlyList<RefundFigures>?> RunAsync(Access access, RefundPeriod period, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeFigures))
            return null;
        var zone = await ZoneAsync(access, cancel);
        await using var db = databases.Tenant(access.OrganizationId.Value);
        return await sums.AddUpAsync(db, db.Set<OrderRefund>(), period.From.Begins(zone), period.To.AddDays(1).Begins(zone), zone, cancel);
    }

    /// <summary>One by one, for a file.</summary>
    /// <returns>Null when this person may not see it.</returns>
    public async Task<IReadOnlyList<RefundRow>?> ListAsync(Access access, RefundPeriod period, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeFigures))
            return null;
        var zone = await ZoneAsync(access, cancel);
        await using var db = databases.Tenant(access.OrganizationId.Value);
        return await sums.ListAsync(db, db.Set<OrderRefund>(), period.From.Begins(zone), period.To.AddDays(1).Begins(zone), cancel);
    }

    private async Task<string> ZoneAsync(Access access, CancellationToken cancel) => (await organizations.FindAsync(access.OrganizationId, cancel))!.TimeZone;
}
