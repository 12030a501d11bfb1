using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>Asks the gateway how an organization's account stands: after a webhook, and while somebody looks at one that is not ready.</summary>
public sealed class FollowAccount(Databases databases, IPaymentGateway gateway) : IHandle<AccountChanged>
{
    public Task HandleAsync(AccountChanged fact, CancellationToken cancel) => RunAsync(OrganizationId.From(fact.OrganizationId), cancel);

    /// <returns>How it stands; null where there is none.</returns>
    public async Task<GatewayAccount?> RunAsync(OrganizationId organization, CancellationToken cancel)
    {
        await using var db = databases.Service();
        if (gateway.Payouts is not { } payouts || await db.Set<PayoutAccount>().AsTracking().SingleOrDefaultAsync(a => a.OrganizationId == organization, cancel) is not { } account)
            return null;

        account.Note(await payouts.ReadAsync(account.Reference, cancel));
        await db.SaveChangesAsync(cancel);
        return account.Tell();
    }
}
