using TicketWeb.Features.Events;

namespace TicketWeb.Features.Pricing;

/// <summary>What a discount code gives, to whom and how often.</summary>
/// <param name="Amount">Basis points where it is a percentage, else minor units.</param>
/// <param name="Types">The ticket types that it makes cheaper; none named are all.</param>
/// <param name="MostTicketsPerOrder">How many tickets of one order it makes cheaper, the dearest first; null for all.</param>
/// <param name="CountedBy">Whether an order is one use, or each ticket that it makes cheaper.</param>
/// <param name="MostUses">In all orders together; null for any number.</param>
/// <param name="MostPerPerson">In all orders with one e-mail address; null for any number.</param>
public sealed record CodeTerms(
    DiscountCodeId Id,
    string Code,
    DiscountKind Kind,
    DiscountPer Per,
    long Amount,
    IReadOnlyList<TicketTypeId> Types,
    DateTimeOffset? BeginsAt = null,
    DateTimeOffset? EndsAt = null,
    int? MostTicketsPerOrder = null,
    DiscountPer CountedBy = DiscountPer.Order,
    int? MostUses = null,
    int? MostPerPerson = null)
{
    /// <summary>The name under which forms post a code.</summary>
    public const string Input = "code";

    /// <summary>How many tickets of one order it makes cheaper; null for all.</summary>
    public int? MostTickets => CountedBy == DiscountPer.Ticket && MostPerPerson < (MostTicketsPerOrder ?? int.MaxValue) ? MostPerPerson : MostTicketsPerOrder;

    /// <summary>A code as it is stored and sought, however it was typed; null for nothing.</summary>
    public static string? Normal(string? typed) => typed?.Trim().ToUpperInvariant() is { Length: > 0 } code ? code[..Math.Min(code.Length, 60)] : null;

    public bool IsFor(TicketTypeId type) => Types.Count == 0 || Types.Contains(type);
}
