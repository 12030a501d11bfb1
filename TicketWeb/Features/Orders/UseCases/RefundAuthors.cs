using Microsoft.EntityFrameworkCore;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>The names of those who decided about refunds. Accounts belong to no organization, so the tenant's door does not show them.</summary>
internal static class RefundAuthors
{
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(this Databases databases, IEnumerable<Guid> accounts, CancellationToken cancel)
    {
        var ids = accounts.Distinct().ToList();
        await using var everybody = databases.Service();
        return await everybody.Set<Account>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancel);
    }
}
