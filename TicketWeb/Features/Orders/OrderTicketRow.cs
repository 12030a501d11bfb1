using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>A ticket with what was paid for it and what of that has gone back.</summary>
/// <param name="Type">The name of its type.</param>
/// <param name="Refunded">The ticket has gone back.</param>
/// <param name="FeeLeft">There was a fee, and it has not gone back.</param>
public sealed record OrderTicketRow(OrderTicket Ticket, string Type, Money Price, Money Fee, bool Refunded, bool FeeLeft)
{
    public Money Total => Price + Fee;
}
