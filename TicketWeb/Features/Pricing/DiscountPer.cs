namespace TicketWeb.Features.Pricing;

/// <summary>What a discount is taken off, and what a code's uses are counted by.</summary>
public enum DiscountPer
{
    Ticket,
    Order,
}
