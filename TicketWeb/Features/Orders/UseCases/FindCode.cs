using TicketWeb.Features.Inventory;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>Looks a code up that somebody typed or followed a link with, before they choose anything. Who reserves is told under the lock.</summary>
public sealed class FindCode(Databases databases, IPricing pricing, IInventory inventory, TimeProvider clock)
{
    /// <summary>Refuses a code that there is not, that has not begun, has ended or is used up.</summary>
    public async Task<Outcome<CodeTerms>> RunAsync(EventId of, string code, CancellationToken cancel)
    {
        if (await pricing.FindCodeAsync(of, code, cancel) is not { } found)
            return new NoSuchCode(code);
        if (found.RefusedAt(clock.GetUtcNow()) is { } refusal)
            return refusal;
        if (found.AllocationId is { } from && await inventory.FindAllocationAsync(from, cancel) is not { Lasts: true })
            return new CodeHasEnded(found.Code);
        if (found.MostUses is not { } most)
            return found;

        await using var db = databases.Service();
        var used = (await db.UsesAsync([found.Id], cancel)).GetValueOrDefault(found.Id);
        return used < most ? found : new CodeUsedUp(found.Code, 0);
    }
}
