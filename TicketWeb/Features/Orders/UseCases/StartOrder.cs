using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>Reserves what a buyer chose and writes the order down at today's prices. The browser's word counts for ids and counts only.</summary>
public sealed class StartOrder(Databases databases, IEvents events, IInventory inventory, IPricing pricing, TimeProvider clock)
{
    private readonly StartOrders _batches = new(databases, events, inventory, pricing, clock);

    /// <param name="key">The browser's own secret for this order, if it made one: sent twice, it starts one order.</param>
    public Task<Outcome<StartedOrder>> RunAsync(string eventSlug, IReadOnlyList<TicketCount> wanted, Channel channel, string? key, CancellationToken cancel) =>
        RunAsync(eventSlug, wanted, channel, key, new BuyerInput(null, null), null, null, cancel);

    public Task<Outcome<StartedOrder>> RunAsync(
        string eventSlug, IReadOnlyList<TicketCount> wanted, Channel channel, string? key, BuyerInput buyer, AdmissionId? admission, string? code, CancellationToken cancel) =>
        RunAsync(eventSlug, new OrderInput(wanted, channel, key) { Buyer = buyer, Admission = admission, Code = code }, cancel);

    public async Task<Outcome<StartedOrder>> RunAsync(string eventSlug, OrderInput input, CancellationToken cancel)
    {
        var order = new NewOrder(Chosen(input.Wanted), input.Channel, CheckoutSecret.Parse(input.Key) ?? CheckoutSecret.New(), input.Buyer, input.Admission, CodeTerms.Normal(input.Code))
        {
            Amounts = input.Amounts,
            SeenPrices = input.SeenPrices,
        };
        return await JoinAsync(eventSlug, order, cancel);
    }

    /// <summary>The same for whoever sells at the desk, in the same batches as everybody else.</summary>
    internal Task<Outcome<StartedOrder>> RunAsync(string eventSlug, IReadOnlyList<TicketCount> wanted, string key, DeskTerms desk, CancellationToken cancel) =>
        JoinAsync(eventSlug, new NewOrder(Chosen(wanted), Channel.BoxOffice, CheckoutSecret.Parse(key) ?? CheckoutSecret.New(), new BuyerInput(null, null), null, null) { Desk = desk }, cancel);

    private async Task<Outcome<StartedOrder>> JoinAsync(string eventSlug, NewOrder order, CancellationToken cancel) =>
        _batches.Join(eventSlug, order, cancel) is { } answer ? await answer : new StockIsBusy();

    private static List<TicketCount> Chosen(IReadOnlyList<TicketCount> wanted) =>
        [.. wanted.Where(w => w.Count != 0).GroupBy(w => w.TicketTypeId).Select(g => new TicketCount(g.Key, Sum(g)))];

    /// <summary>Whatever the form says: a count that no number holds is as much too large as the largest one.</summary>
    private static int Sum(IEnumerable<TicketCount> counts) => (int)Math.Clamp(counts.Sum(c => (long)c.Count), int.MinValue, int.MaxValue);
}
