using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>Reserves what a buyer chose and writes the order down at today's prices. The browser's word counts for ids and counts only.</summary>
public sealed class StartOrder(Databases databases, IEvents events, IInventory inventory, IPricing pricing, TimeProvider clock)
{
    private readonly StartOrders _batches = new(databases, events, inventory, pricing, clock);

    public Task<Outcome<StartedOrder>> RunAsync(string eventSlug, OrderInput input, CancellationToken cancel) => RunAsync(eventSlug, input, null, cancel);

    /// <summary>The same for whoever sells at the desk, in the same batches as everybody else.</summary>
    internal async Task<Outcome<StartedOrder>> RunAsync(string eventSlug, OrderInput input, DeskTerms? desk, CancellationToken cancel)
    {
        var order = new NewOrder(Chosen(input.Wanted), input.Channel, CheckoutSecret.Parse(input.Key) ?? CheckoutSecret.New(), input.Buyer, input.Admission, CodeTerms.Normal(input.Code))
        {
            Amounts = input.Amounts,
            SeenPrices = input.SeenPrices,
            SeenTotal = input.SeenTotal,
            Desk = desk,
        };
        return _batches.Join(eventSlug, order, cancel) is { } answer ? await answer : new StockIsBusy();
    }

    private static List<TicketCount> Chosen(IReadOnlyList<TicketCount> wanted) =>
        [.. wanted.Where(w => w.Count != 0).GroupBy(w => w.TicketTypeId).Select(g => new TicketCount(g.Key, Sum(g)))];

    /// <summary>Whatever the form says: a count that no number holds is as much too large as the largest one.</summary>
    private static int Sum(IEnumerable<TicketCount> counts) => (int)Math.Clamp(counts.Sum(c => (long)c.Count), int.MinValue, int.MaxValue);
}
