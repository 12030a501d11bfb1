using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Organizations.UseCases;

/// <summary>Founds an organization, with the person who asks as its owner.</summary>
public sealed class CreateOrganization(Databases databases, TimeProvider clock)
{
    /// <returns>The new organization's slug.</returns>
    public async Task<Outcome<string>> RunAsync(Guid accountId, string? name, string? timeZone, string? currency, string? contactEmail, CancellationToken cancel)
    {
        await using var db = databases.Service();
        var slug = await FreeSlugAsync(db, Slug.From(name ?? ""), cancel);
        if (!Organization.Found(name, slug, timeZone, currency, contactEmail, clock.GetUtcNow()).IsDone(out var organization, out var refusal))
            return refusal;

        db.Add(organization);
        db.Add(Member.Join(organization.Id, accountId, Role.Owner, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return organization.Slug;
    }

    private static async Task<string> FreeSlugAsync(TicketDb db, string wanted, CancellationToken cancel)
    {
        var taken = await db.Set<Organization>().Where(o => o.Slug == wanted || o.Slug.StartsWith(wanted + "-")).Select(o => o.Slug).ToHashSetAsync(cancel);
        taken.UnionWith(["new", "operations"]); // pages of the dashboard that belong to no organization
        return taken.Contains(wanted) ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{wanted}-{n}").First(s => !taken.Contains(s)) : wanted;
    }
}
