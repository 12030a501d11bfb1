using Microsoft.Extensions.DependencyInjection;
using TicketWeb.Features.Payments.UseCases;
using Xunit;

namespace TicketWeb.Tests.Support.StripeEmulator;

/// <summary>An organization's own account at Stripe.</summary>
public static class APayoutAccount
{
    /// <summary>A new organization whose account takes payments.</summary>
    public static async Task<MadeOrganization> ReadyAsync(TestDatabase database, IServiceProvider services, EmulatedStripe stripe)
    {
        var hall = await AnOrganization.InAsync(services);
        _ = (await services.GetRequiredService<GoToPayoutAccount>().RunAsync(hall.Access, "/back", TestContext.Current.CancellationToken)).Value;
        stripe.Complete(await OfAsync(database, hall));
        await stripe.BringAsync(services, stripe.Events("account.updated")[^1].ToJsonString());
        await database.TellFactsAsync(services);
        return hall;
    }

    /// <summary>Stripe's id of it.</summary>
    public static async Task<string> OfAsync(TestDatabase database, MadeOrganization hall) =>
        (string)(await database.AskAsync("select reference from payments.payout_accounts where organization_id = $1", hall.Profile.Id.Value))!;
}
