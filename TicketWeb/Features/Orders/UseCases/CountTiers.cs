using TicketWeb.Features.Events;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>How many tickets are taken at prices that are for so many only: what pages show. Who reserves is told under the lock.</summary>
public sealed class CountTiers(Databases databases, TimeProvider clock)
{
    /// <summary>Asks the database only where one of these types has such a price now.</summary>
    public async Task<IReadOnlyDictionary<PriceTierId, int>> RunAsync(IEnumerable<TicketTypeView> types, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.TiersAsync(types, clock.GetUtcNow(), cancel);
    }
}
