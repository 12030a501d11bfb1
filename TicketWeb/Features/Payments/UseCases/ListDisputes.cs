using TicketWeb.Features.Organizations;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>The disputes that somebody of the team has to answer, the most urgent first.</summary>
public sealed class ListDisputes(Databases databases, IPayments payments)
{
    public async Task<IReadOnlyList<DisputeView>> RunAsync(Access access, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeSettlements))
            return [];
        await using var db = databases.Tenant(access.OrganizationId.Value);
        return await payments.WaitingDisputesAsync(db, cancel);
    }
}
