namespace TicketWeb.Features.Orders.UseCases;

/// <summary>A buyer wants to pay.</summary>
internal sealed record PaymentRequest(OrderId Order, string? Secret, PayInput Input)
{
    /// <summary>Who takes the money at the desk; null where a buyer pays.</summary>
    public DeskPayment? Desk { get; init; }
}
