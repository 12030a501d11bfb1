using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

/// <summary>What a code gives, to whom and how often: a discount, access to ticket types that others do not see or cannot buy yet, or both.</summary>
/// <param name="Amount">Basis points where it is a percentage, else minor units.</param>
/// <param name="Types">The ticket types and add-ons that it is for; none named are all ticket types and no add-on. A hidden one is shown to whoever has a code that names it.</param>
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

    /// <summary>Whether its tickets can be bought before their sale begins.</summary>
    public bool OpensEarly { get; init; }

    /// <summary>How many of each of its ticket types an order and a person may have, instead of what the type says; null where the type says it.</summary>
    public int? MostOfEach { get; init; }

    /// <summary>The allocation that its ticket types are taken from; null for the open stock.</summary>
    public AllocationId? AllocationId { get; init; }

    /// <summary>How many tickets of one order it makes cheaper; null for all.</summary>
    public int? MostTickets => Kind == DiscountKind.Nothing ? null : CountedBy == DiscountPer.Ticket && MostPerPerson < (MostTicketsPerOrder ?? int.MaxValue) ? MostPerPerson : MostTicketsPerOrder;

    /// <summary>A code as it is stored and sought, however it was typed; null for nothing.</summary>
    public static string? Normal(string? typed) => typed?.Trim().ToUpperInvariant() is { Length: > 0 } code ? code[..Math.Min(code.Length, 60)] : null;

    /// <summary>Why nobody can use it at this moment; null where its time has come and is not over.</summary>
    public Refusal? RefusedAt(DateTimeOffset now) => now >= EndsAt ? new CodeHasEnded(Code) : now < BeginsAt ? new CodeHasNotBegun(Code) : null;

    /// <summary>Whether it shows this ticket type to whoever has it, hidden or not.</summary>
    public bool Shows(TicketTypeView type) => !type.Hidden || Types.Contains(type.Id);

    /// <summary>Whether it sells this ticket type before its sale begins.</summary>
    public bool Opens(TicketTypeView type) => OpensEarly && type.Sale == SaleState.NotYet && IsFor(type);

    /// <summary>How many of this ticket type an order and a person may have with it; null where the type says it.</summary>
    public int? MostOf(TicketTypeView type) => IsFor(type) ? MostOfEach : null;

    /// <summary>Whether it is for this item of a cart. What is included comes without it.</summary>
    public bool IsFor(CartItem item) => item.Kind != LineKind.Included && IsFor(item.TicketTypeId, item.Kind == LineKind.AddOn);

    private bool IsFor(TicketTypeView type) => IsFor(type.Id, type.AddOn is not null);

    private bool IsFor(TicketTypeId type, bool addOn) => Types.Contains(type) || (Types.Count == 0 && !addOn);
}
