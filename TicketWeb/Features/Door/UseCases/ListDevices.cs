using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Door.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Door.UseCases;

/// <summary>An event's devices, those that may scan first, then by name.</summary>
public sealed class ListDevices(Databases databases)
{
    public async Task<IReadOnlyList<DeviceView>> RunAsync(Access access, EventId of, CancellationToken cancel)
    {
        if (!access.May(Permission.ManageDoor))
            return [];

        await using var db = databases.Tenant(access.OrganizationId.Value);
        return await db.Set<Device>().Where(d => d.EventId == of)
            .OrderBy(d => d.RevokedAt != null).ThenBy(d => d.Name).ThenBy(d => d.Id)
            .Select(d => new DeviceView(d.Id, d.Name, d.Gate, d.PairedAt, d.LastSeenAt, d.RevokedAt, db.Set<Scan>().Count(s => s.DeviceId == d.Id)))
            .ToListAsync(cancel);
    }
}
