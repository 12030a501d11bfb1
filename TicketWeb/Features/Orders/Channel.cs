namespace TicketWeb.Features.Orders;

/// <summary>Where an order was made.</summary>
public enum Channel
{
    Storefront,
    Widget,

    /// <summary>By somebody of the team, who took the money.</summary>
    BoxOffice,
}
