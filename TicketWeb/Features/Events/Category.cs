namespace TicketWeb.Features.Events;

/// <summary>What kind of evening (or morning) it is.</summary>
public enum Category
{
    Music,
    Club,
    Talk,
    Theatre,
    Comedy,
    Food,
    Festival,
    Workshop,
    Film,
    Sport,
}
