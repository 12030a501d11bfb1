using TicketWeb.Platform.Live;

namespace TicketWeb.Features.Inventory.UseCases;

/// <summary>What open pages of an event are told when its stock changes.</summary>
internal sealed class LiveStock(IInventory inventory) : ILiveCounts
{
    public async Task<object> CountsAsync(Guid subject, CancellationToken cancel) =>
        (await inventory.AvailabilityAsync([EventId.From(subject)], cancel)).ToDictionary(
            a => a.TicketTypeId.Value.ToString(),
            a => new { left = a.LeftShown, state = a.State.ToString().ToLowerInvariant() });
}
