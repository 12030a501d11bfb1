using Microsoft.Extensions.DependencyInjection;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Organizations.UseCases;
using Xunit;

namespace TicketWeb.Tests.Support;

/// <summary>Founds organizations, each with an owner.</summary>
public static class AnOrganization
{
    public static async Task<MadeOrganization> InAsync(IServiceProvider services, string name = "Lantern Hall", Guid? owner = null, string currency = "GBP")
    {
        var cancel = TestContext.Current.CancellationToken;
        var account = owner ?? Guid.NewGuid();
        var slug = (await services.GetRequiredService<CreateOrganization>().RunAsync(account, name, "Europe/London", currency, "office@lantern.example", cancel)).Value;
        var membership = (await services.GetRequiredService<IOrganizations>().FindMembershipAsync(account, slug, cancel))!;
        return new MadeOrganization(services, membership.Access, membership.Organization);
    }
}
