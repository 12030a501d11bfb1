using TicketWeb.Features.Orders;
using TicketWeb.Features.Tickets.Data;
using TicketWeb.Features.Tickets.UseCases;
using TicketWeb.Platform.Outbox;
using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Features.Tickets;

public static class TicketsFeature
{
    public static IServiceCollection AddTickets(this IServiceCollection services) => services
        .AddSingleton<SigningKeys>()
        .AddSingleton<ITickets, TicketDesk>()
        .AddSingleton<IPasses, PassDesk>()
        .AddSingleton<IReact<OrderPaid>, IssueTickets>()
        .AddChecks(TicketChecks.All);
}
