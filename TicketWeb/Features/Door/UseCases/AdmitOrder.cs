using TicketWeb.Features.Door.Domain;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Tickets;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Door.UseCases;

/// <summary>Lets the guests of an order in where they stand, at the desk: each of its tickets is scanned as at a gate, by whoever says so.</summary>
public sealed class AdmitOrder(Databases databases, ITickets tickets, ScanTicket scan, TimeProvider clock)
{
    private const string Gate = "Box office";

    public async Task<Outcome<OrderAdmission>> RunAsync(Access access, OrderId order, CancellationToken cancel)
    {
        if (!access.May(Permission.ScanTickets))
            return new NotFound("order");
        IReadOnlyList<TicketView> good;
        await using (var db = databases.Tenant(access.OrganizationId.Value))
            good = [.. (await tickets.OfOrderAsync(db, order, cancel)).Where(t => t.State == TicketState.Valid)];
        if (good.Count == 0)
            return new NotFound("order");

        var by = new Scanner(null, access.AccountId, access.OrganizationId, good[0].EventId, Gate);
        var said = new List<ScanView>();
        foreach (var ticket in good)
            said.Add(await scan.RunAsync(by, new ScanInput(Id.New<ScanId>(), ticket.Number, clock.GetUtcNow(), null), cancel));
        return new OrderAdmission(said);
    }
}
