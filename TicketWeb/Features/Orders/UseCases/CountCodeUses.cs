using TicketWeb.Features.Organizations;
using TicketWeb.Features.Pricing;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>How often codes are used by orders that are reserved, being paid or paid.</summary>
public sealed class CountCodeUses(Databases databases)
{
    /// <summary>What is not used is left out.</summary>
    public async Task<IReadOnlyDictionary<DiscountCodeId, int>> RunAsync(Access access, IReadOnlyCollection<DiscountCodeId> codes, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeFigures))
            return new Dictionary<DiscountCodeId, int>();
        await using var db = databases.Tenant(access.OrganizationId.Value);
        return await db.UsesAsync(codes, cancel);
    }
}
