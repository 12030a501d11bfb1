using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>Opens the organization's account at the payment company if there is none, and says where its questions are answered; where they have been, where the account is seen.</summary>
public sealed class GoToPayoutAccount(Databases databases, IPaymentGateway gateway, IOrganizations organizations)
{
    /// <param name="back">The path that whoever answers comes back to.</param>
    public async Task<Outcome<string>> RunAsync(Access access, string back, CancellationToken cancel)
    {
        if (!access.May(Permission.EditOrganization) || gateway.Payouts is not { } payouts)
            return new NotFound("organization");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        if (await db.Set<PayoutAccount>().SingleOrDefaultAsync(cancel) is { } known)
            return await (known.Tell().IsReady ? payouts.SignInLinkAsync(known.Reference, cancel) : payouts.LinkAsync(known.Reference, back, cancel));

        var organization = (await organizations.FindAsync(access.OrganizationId, cancel))!;
        if (!(await payouts.OpenAsync(organization.Id, organization.ContactEmail, cancel)).IsDone(out var opened, out var refusal))
            return refusal;
        // Two who press at once open one account, for the gateway knows the organization: the row of either serves.
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into payments.payout_accounts (organization_id, provider, reference, takes_payments, pays_out, answered)
            values ({organization.Id.Value}, {gateway.Provider}, {opened.Reference}, {opened.TakesPayments}, {opened.PaysOut}, {opened.Answered}) on conflict do nothing
            """, cancel);
        return await payouts.LinkAsync(opened.Reference, back, cancel);
    }
}
