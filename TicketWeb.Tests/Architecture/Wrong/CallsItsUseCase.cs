using TicketWeb.Features.Orders.UseCases;

namespace TicketWeb.Features.Orders.Domain;

internal static class CallsItsUseCase
{
    public static Type Next => typeof(StartOrder);
}
