using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TicketWeb.Platform.Data;

namespace TicketWeb.Platform.Security;

/// <summary>Knows the operators: accounts with a confirmed address that the settings list.</summary>
public sealed class Operators(IOptions<OperatorsOptions> options, Databases databases)
{
    /// <returns>Null for everybody else.</returns>
    public async Task<Operator?> RecogniseAsync(Guid accountId, CancellationToken cancel)
    {
        if (options.Value.Operators.Length == 0)
            return null;

        await using var db = databases.Service();
        var email = await db.Set<Account>().Where(a => a.Id == accountId && a.EmailConfirmed).Select(a => a.Email).SingleOrDefaultAsync(cancel);
        return email is not null && options.Value.Operators.Any(o => IsSame(o, email)) ? new Operator(accountId) : null;
    }

    /// <summary>In plain letters without regard to case. Beyond them, what only looks alike in the other case is another mailbox.</summary>
    private static bool IsSame(string listed, string email) => listed == email || Ascii.EqualsIgnoreCase(listed, email);
}
