using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>An order in a list of the team's.</summary>
public sealed record OrderRow(OrderId Id, string Number, OrderState State, string? Name, string? Email, int Tickets, Money Total, Channel Channel, DateTimeOffset CreatedAt)
{
    /// <summary>What the event is called; "" in a list of one event.</summary>
    public string Event { get; init; } = "";

    /// <summary>Whether its tickets were given away.</summary>
    public bool Comp { get; init; }
}
