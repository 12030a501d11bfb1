using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Door.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Door.UseCases;

/// <summary>Trades a pairing code for a device's own token. A code works once, and not at all after five wrong guesses at it.</summary>
public sealed partial class PairDevice(Databases databases, TimeProvider clock, ILogger<PairDevice> logger)
{
    /// <param name="name">What the team is to call the device.</param>
    public async Task<Outcome<PairedDevice>> RunAsync(string? code, string? name, CancellationToken cancel)
    {
        if (PairingSecret.Parse(code) is not { } secret)
            return new PairingFailed();

        await using var db = databases.Service();
        if ((await AttemptAsync(db, secret, cancel)).SingleOrDefault(c => c.Fits(secret)) is not { } pairing)
            return new PairingFailed();

        var now = clock.GetUtcNow();
        var token = DeviceToken.New();
        if (!Device.Pair(pairing, name, token, now).IsDone(out var device, out var refusal))
            return refusal;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<PairingCode>().Where(c => c.Id == pairing.Id && c.UsedAt == null).ExecuteUpdateAsync(s => s.SetProperty(c => c.UsedAt, now), cancel) == 0)
            return new PairingFailed();
        db.Add(device);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        LogPaired(device.Id.Value, device.EventId.Value);
        return new PairedDevice(token.Text, device.Name);
    }

    /// <summary>Counts the attempt before looking whether it is right: of guesses made at once, none goes uncounted.</summary>
    private Task<List<PairingCode>> AttemptAsync(TicketDb db, PairingSecret secret, CancellationToken cancel) =>
        db.Set<PairingCode>().FromSql(
            $"""
            update door.pairing_codes set attempts = attempts + 1
            where locator = {secret.Locator} and used_at is null and expires_at > {clock.GetUtcNow()} and attempts < {PairingCode.MostAttempts}
            returning *
            """).ToListAsync(cancel);

    [LoggerMessage(Level = LogLevel.Information, Message = "Device {DeviceId} is paired for event {EventId}")]
    private partial void LogPaired(Guid deviceId, Guid eventId);
}
