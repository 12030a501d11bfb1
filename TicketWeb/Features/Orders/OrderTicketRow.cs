using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>A ticket with what was paid for it and what of that has gone back.</summary>
/// <param name="Type">The name of its type.</param>
/// <param name="Refunded">The ticket has gone back.</param>
/// <param name="FeesLeft">The fees that have not gone back, by the names that buyers see.</param>
public sealed record OrderTicketRow(OrderTicket Ticket, string Type, Money Price, Money Fee, bool Refunded, IReadOnlyList<(string Name, Money Amount)> FeesLeft)
{
    public Money Total => Price + Fee;
}
