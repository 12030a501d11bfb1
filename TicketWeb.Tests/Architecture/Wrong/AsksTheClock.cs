namespace TicketWeb.Features.Orders.Domain;

internal static class AsksTheClock
{
    public static Func<bool> IsLate(DateTimeOffset due) => () => DateTimeOffset.UtcNow > due;
}
