using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

/// <summary>So many tickets of a type or so many of an add-on, at its price before fees.</summary>
public sealed record CartItem(TicketTypeId TicketTypeId, string Name, Money UnitPrice, int Count)
{
    public LineKind Kind { get; init; }

    /// <summary>True where the buyer chose the price: what they give is all that they pay, and the platform's fee is taken out of it.</summary>
    public bool Chosen { get; init; }

    /// <summary>The tier whose price it is; null where it is the type's own.</summary>
    public PriceTier? Tier { get; init; }

    /// <summary>One ticket of no type at this price.</summary>
    public static CartItem At(Money price) => new(default, "", price, 1);

    public static CartItem Of(TicketTypeView type, Money unitPrice, int count) => new(type.Id, type.Name, unitPrice, count) { Kind = type.AddOn is null ? LineKind.Ticket : LineKind.AddOn };
}
