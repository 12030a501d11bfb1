using TicketWeb.Features.Inventory.Data;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Platform.Live;
using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Features.Inventory;

public static class InventoryFeature
{
    public static IServiceCollection AddInventory(this IServiceCollection services)
    {
        services.AddOptions<InventoryOptions>().BindConfiguration(InventoryOptions.Section)
            .Validate(o => o.ReservationMinutes is >= 1 and <= 120, "Inventory:ReservationMinutes must be between 1 and 120.")
            .Validate(o => o.ExtensionMinutes is >= 1 and <= 60, "Inventory:ExtensionMinutes must be between 1 and 60.")
            .ValidateOnStart();
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
