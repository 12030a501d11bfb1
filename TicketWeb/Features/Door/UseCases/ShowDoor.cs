using TicketWeb.Features.Door.Domain;
using TicketWeb.Features.Events;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Door.UseCases;

/// <summary>What a device shows of its event while it waits for the next guest.</summary>
public sealed class ShowDoor(Databases databases, IEvents events, DoorCount count, TimeProvider clock)
{
    public async Task<DoorView> RunAsync(DeviceAccess device, CancellationToken cancel)
    {
        var here = (await events.FindAsync(device.EventId, cancel))!;
        await using var db = databases.Tenant(device.OrganizationId.Value);
        var (inside, expected) = await count.TodayAsync(db, here, clock.GetUtcNow(), cancel);
        return new DoorView(here.Title, device.Gate, DoorWords.When(here.LocalStart), device.Name, inside, expected);
    }
}
