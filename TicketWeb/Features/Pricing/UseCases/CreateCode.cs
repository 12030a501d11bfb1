using Microsoft.EntityFrameworkCore;
using Npgsql;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Pricing.Data;
using TicketWeb.Features.Pricing.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Pricing.UseCases;

/// <summary>Makes a code for an event, or for what is set aside of it.</summary>
public sealed class CreateCode(Databases databases, IEvents events, IInventory inventory, TimeProvider clock)
{
    public async Task<Outcome<DiscountCodeId>> RunAsync(Access access, EventId id, CodeInput input, CancellationToken cancel)
    {
        if (!access.May(Permission.EditEvents) || await events.FindAsync(id, cancel) is not { } of || of.OrganizationId != access.OrganizationId)
            return new NotFound("event");
        if (input.Allocation is { } from)
        {
            if (await inventory.FindAllocationAsync(from, cancel) is not { } allocation || allocation.EventId != id)
                return new NotFound("allocation");
            if (!allocation.Lasts)
                return new AllocationIsOver();
            input = input with { Types = [.. allocation.Left.Keys] };
        }

        if (!DiscountCode.Create(of, input, clock.GetUtcNow()).IsDone(out var code, out var refusal))
            return refusal;

        await using var db = databases.Tenant(access.OrganizationId.Value);
        db.Add(code);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: PricingMapping.OneOfAName })
        {
            return new InvalidInput([new InputError("code", $"This event has a code {code.Code} already.")]);
        }

        return code.Id;
    }
}
