using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Organizations.UseCases;

internal sealed class OrganizationDirectory(Databases databases) : IOrganizations
{
    private static readonly Expression<Func<Organization, OrganizationProfile>> Profile = o =>
        new OrganizationProfile(o.Id, o.Name, o.Slug, o.TimeZone, o.Currency, o.ContactEmail, o.BrandColor, o.EmbedOrigins) { Legal = new LegalDetails(o.LegalName, o.LegalAddress, o.TaxId) };

    public async Task<OrganizationProfile?> FindAsync(OrganizationId id, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<Organization>().Where(o => o.Id == id).Select(Profile).SingleOrDefaultAsync(cancel);
    }

    public async Task<OrganizationProfile?> FindBySlugAsync(string slug, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<Organization>().Where(o => o.Slug == slug).Select(Profile).SingleOrDefaultAsync(cancel);
    }

    public async Task<Membership?> FindMembershipAsync(Guid accountId, string slug, CancellationToken cancel) =>
        (await MembershipsOfAsync(accountId, cancel)).SingleOrDefault(m => m.Organization.Slug == slug);

    public async Task<IReadOnlyList<Membership>> MembershipsOfAsync(Guid accountId, CancellationToken cancel)
    {
        await using var db = databases.Service();
        var members = await db.Set<Member>().Where(m => m.AccountId == accountId).ToListAsync(cancel);
        var ids = members.Select(m => m.OrganizationId).ToList();
        var profiles = await db.Set<Organization>().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Name).Select(Profile).ToListAsync(cancel);
        return [.. profiles.Select(p => new Membership(new Access(accountId, p.Id, members.Single(m => m.OrganizationId == p.Id).Role), p))];
    }
}
