using Microsoft.EntityFrameworkCore;
using TicketWeb.Platform.Data;

namespace TicketWeb.Platform.Security;

/// <summary>The names behind accounts, for those who may see what these did. Accounts belong to no organization, so the tenant's door does not show them.</summary>
internal static class AccountNames
{
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(this Databases databases, IEnumerable<Guid> accounts, CancellationToken cancel)
    {
        var ids = accounts.Distinct().ToList();
        if (ids.Count == 0)
            return new Dictionary<Guid, string>();
        await using var everybody = databases.Service();
        return await everybody.Set<Account>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancel);
    }
}
