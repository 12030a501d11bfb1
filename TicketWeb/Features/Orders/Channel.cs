namespace TicketWeb.Features.Orders;

/// <summary>Where an order was made.</summary>
public enum Channel
{
    Storefront,
    Widget,
}
