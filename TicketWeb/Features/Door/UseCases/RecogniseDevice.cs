using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Door.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Door.UseCases;

/// <summary>Finds the device behind a token. What was revoked a moment ago is not found any more.</summary>
public sealed class RecogniseDevice(Databases databases, TimeProvider clock)
{
    /// <summary>Often enough for the team's list, seldom enough not to write a row with every scan.</summary>
    private static readonly TimeSpan SeenAnew = TimeSpan.FromSeconds(30);

    /// <param name="authorization">The request's Authorization header.</param>
    public async Task<Outcome<DeviceAccess>> RunAsync(string? authorization, CancellationToken cancel)
    {
        if (DeviceToken.FromHeader(authorization) is not { } token)
            return new DeviceSignedOut();

        var hash = token.Hash;
        await using var db = databases.Service();
        if (await db.Set<Device>().SingleOrDefaultAsync(d => d.TokenHash == hash && d.RevokedAt == null, cancel) is not { } device)
            return new DeviceSignedOut();

        var now = clock.GetUtcNow();
        if (now - device.LastSeenAt > SeenAnew)
            await db.Set<Device>().Where(d => d.Id == device.Id).ExecuteUpdateAsync(s => s.SetProperty(d => d.LastSeenAt, now), cancel);
        return new DeviceAccess(device.Id, device.OrganizationId, device.EventId, device.Name, device.Gate);
    }
}
