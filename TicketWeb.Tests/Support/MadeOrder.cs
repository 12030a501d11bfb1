using Microsoft.Extensions.DependencyInjection;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Tickets;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Support;

/// <summary>An order that a test started, in the hands of its buyer.</summary>
public sealed record MadeOrder(IServiceProvider Services, MadeEvent Of, OrderId Id, string Secret)
{
    public Task<Outcome<PayResult>> PayAsync(string card = Cards.Succeeds, string email = "ada@buyers.example", string name = "Ada Buyer") =>
        Services.GetRequiredService<PayOrder>().RunAsync(Id, Secret, new PayInput(email, name, card), "/back", TestContext.Current.CancellationToken);

    /// <summary>The order as its checkout shows it.</summary>
    public async Task<CheckoutView> ViewAsync() =>
        (await Services.GetRequiredService<Checkout>().FindAsync(Id, Secret, TestContext.Current.CancellationToken))!;

    public async Task<OrderState> StateAsync() => (await ViewAsync()).State;

    public Task<IReadOnlyList<SignedTicket>> TicketsAsync() => Services.GetRequiredService<ITickets>().OfOrderAsync(Id, TestContext.Current.CancellationToken);
}
