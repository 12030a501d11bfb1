namespace TicketWeb.Features.Events;

/// <summary>What a person fills in about a ticket type, as typed; the sale window as the clocks at the venue show it.</summary>
/// <param name="MostPerPerson">In all orders with one e-mail address together; null for any number.</param>
public sealed record TicketTypeInput(
    string? Name,
    string? Description,
    string? Price,
    int? FewestPerOrder = 1,
    int? MostPerOrder = 10,
    DateTime? OnSaleFrom = null,
    DateTime? OnSaleUntil = null,
    int? MostPerPerson = null)
{
    /// <summary>Whether buyers choose what they give, and the price is the least.</summary>
    public bool ChoosesAmount { get; init; }

    /// <summary>Whether only those see it who have a code that names it.</summary>
    public bool Hidden { get; init; }

    /// <summary>Prices that hold before its own does, in this order.</summary>
    public IReadOnlyList<PriceTierInput> Tiers { get; init; } = [];

    /// <summary>What makes it an add-on; null for what lets somebody in.</summary>
    public AddOnInput? AddOn { get; init; }
}
