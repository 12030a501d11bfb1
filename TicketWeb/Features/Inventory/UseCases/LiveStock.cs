using TicketWeb.Features.Events;
using TicketWeb.Platform.Live;

namespace TicketWeb.Features.Inventory.UseCases;

/// <summary>What open pages of an event are told when its stock changes.</summary>
internal sealed class LiveStock(IInventory inventory, IEvents events) : ILiveCounts
{
    /// <summary>What is hidden is left out: an open page may be anybody's.</summary>
    public async Task<object> CountsAsync(Guid subject, CancellationToken cancel)
    {
        var of = EventId.From(subject);
        var hidden = await events.HiddenAsync(of, cancel);
        return (await inventory.AvailabilityAsync([of], cancel)).Where(a => !hidden.Contains(a.TicketTypeId)).ToDictionary(
            a => a.TicketTypeId.Value.ToString(),
            a => new { left = a.LeftShown, state = a.State.ToString().ToLowerInvariant() });
    }
}
