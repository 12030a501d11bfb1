using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

/// <summary>A ticket type as buyers and other features see it.</summary>
/// <param name="Price">Before fees, where no tier holds; zero is free.</param>
/// <param name="MostPerOrder">At least 1; zero where an add-on is included and cannot be bought.</param>
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
    int? MostPerPerson)
{
    /// <summary>True where buyers choose what they give, and the price is the least.</summary>
    public bool ChoosesAmount { get; init; }

    /// <summary>True where only those may know of it who have a code that names it.</summary>
    public bool Hidden { get; init; }

    /// <summary>Prices that come before its own: the first that holds and has tickets left is the one.</summary>
    public IReadOnlyList<PriceTier> Tiers { get; init; } = [];

    /// <summary>What makes it an add-on; null for what lets somebody in.</summary>
    public AddOnTerms? AddOn { get; init; }

    /// <summary>When time alone next changes what it costs or whether it is sold; null for never.</summary>
    public DateTimeOffset? ChangesAfter(DateTimeOffset now) =>
        Tiers.SelectMany(t => new[] { t.From, t.Until }).Append(OnSaleFrom).Append(OnSaleUntil).Where(at => at > now).Min();
}
