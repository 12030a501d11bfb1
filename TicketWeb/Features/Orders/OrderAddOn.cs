namespace TicketWeb.Features.Orders;

/// <summary>What of an add-on an order has and has not given back.</summary>
/// <param name="Included">True where it came with the tickets for nothing.</param>
public sealed record OrderAddOn(string Name, int Count, bool Included)
{
    public override string ToString() => $"{Count} × {Name}{(Included ? ", included" : "")}";
}
