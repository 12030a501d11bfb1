using TicketWeb.Features.Inventory.Data;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Platform.Live;
using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Features.Inventory;

public static class InventoryFeature
{
    public static IServiceCollection AddInventory(this IServiceCollection services)
    {
        services.AddOptions<InventoryOptions>().BindConfiguration(InventoryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IInventory, Stock>()
            .AddSingleton<ILiveCounts, LiveStock>()
            .AddSingleton<SavePool>()
            .AddSingleton<SaveTicketType>()
            .AddSingleton<SaveAddOn>()
            .AddSingleton<PublishEvent>()
            .AddSingleton<ShowStock>()
            .AddSingleton<SaveAllocation>()
            .AddSingleton<SplitAllocation>()
            .AddSingleton<ReleaseAllocation>()
            .AddSingleton<ListAllocations>()
            .AddSingleton<ReleaseEnded>()
            .AddHostedService<AllocationKeeper>()
            .AddChecks(InventoryChecks.All);
    }
}
