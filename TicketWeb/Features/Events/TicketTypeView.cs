using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

/// <summary>A ticket type as buyers and other features see it.</summary>
/// <param name="Price">Before fees; zero is free.</param>
/// <param name="MostPerOrder">At least 1.</param>
/// <param name="MostPerPerson">In all orders with one e-mail address together; null for any number.</param>
public sealed record TicketTypeView(
    TicketTypeId Id,
    EventId EventId,
    string Name,
    string Description,
    Money Price,
    int FewestPerOrder,
    int MostPerOrder,
    DateTimeOffset? OnSaleFrom,
    DateTimeOffset? OnSaleUntil,
    SaleState Sale,
    int? MostPerPerson);
