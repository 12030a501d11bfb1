using TicketWeb.Features.Door.Domain;
using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Door.UseCases;

/// <summary>Makes a code that lets one device scan for an event. It is shown once; what is stored does not give it away.</summary>
public sealed class CreatePairing(Databases databases, IEvents events, TimeProvider clock)
{
    /// <param name="gate">Where the device will stand; may be empty.</param>
    public async Task<Outcome<NewPairing>> RunAsync(Access access, EventId of, string? gate, CancellationToken cancel)
    {
        if (!access.May(Permission.ManageDoor) || await events.FindAsync(of, cancel) is not { } happening || happening.OrganizationId != access.OrganizationId)
            return new NotFound("event");

        var errors = new InputErrors();
        var fineGate = errors.Text(gate, "gate", "The gate", 40, optional: true);
        if (!errors.None)
            return errors.ToRefusal();

        var secret = PairingSecret.New();
        var code = PairingCode.For(access.OrganizationId, of, fineGate, secret, access.AccountId, clock.GetUtcNow());
        await using var db = databases.Tenant(access.OrganizationId.Value);
        db.Add(code);
        await db.SaveChangesAsync(cancel);
        return new NewPairing(secret.ToString(), code.ExpiresAt);
    }
}
