namespace TicketWeb.Features.Orders.Domain;

/// <summary>A part of what was paid for a ticket or add-on, which goes back once: its price, or one of its fees.</summary>
/// <param name="Position">The ticket's or add-on's place in the order.</param>
/// <param name="Fee">The fee by the name that buyers see; "" for the price.</param>
internal readonly record struct PaidPart(int Position, string Fee = "")
{
    public bool IsPrice => Fee.Length == 0;
}
