using Microsoft.Extensions.DependencyInjection;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Inventory.UseCases;
using Xunit;

namespace TicketWeb.Tests.Support;

/// <summary>An event that a test made, with its pools and ticket types by name.</summary>
public sealed record MadeEvent(MadeOrganization By, EventId Id, string Slug, IReadOnlyDictionary<string, PoolId> Pools, IReadOnlyDictionary<string, TicketTypeId> Types)
{
    /// <summary>What its team sees of a pool now.</summary>
    public async Task<PoolFigures> PoolAsync(string name)
    {
        var (pools, _, _) = await By.Services.GetRequiredService<ShowStock>().RunAsync(By.Access, Id, TestContext.Current.CancellationToken);
        return pools.Single(p => p.Id == Pools[name]);
    }

    /// <summary>What a buyer is told is left of a type.</summary>
    public async Task<int> LeftAsync(string type)
    {
        var all = await By.Services.GetRequiredService<IInventory>().AvailabilityAsync([Id], TestContext.Current.CancellationToken);
        return all.Single(a => a.TicketTypeId == Types[type]).Left;
    }
}
