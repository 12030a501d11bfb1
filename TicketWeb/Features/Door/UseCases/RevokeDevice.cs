using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Door.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Door.UseCases;

/// <summary>Takes a device's access away at once. Its scans stay.</summary>
public sealed class RevokeDevice(Databases databases, TimeProvider clock)
{
    public async Task<Outcome<Done>> RunAsync(Access access, DeviceId id, CancellationToken cancel)
    {
        if (!access.May(Permission.ManageDoor))
            return new NotFound("device");

        var now = clock.GetUtcNow();
        await using var db = databases.Tenant(access.OrganizationId.Value);
        var found = await db.Set<Device>().Where(d => d.Id == id).ExecuteUpdateAsync(s => s.SetProperty(d => d.RevokedAt, d => d.RevokedAt ?? now), cancel);
        return found == 0 ? new NotFound("device") : new Done();
    }
}
