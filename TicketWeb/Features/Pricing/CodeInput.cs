using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;

namespace TicketWeb.Features.Pricing;

/// <summary>What a person fills in about a code, as typed: times as the clocks at the venue show them.</summary>
/// <param name="Amount">A percentage, or an amount in the event's currency.</param>
/// <param name="Types">Ticket types and add-ons; none named are all ticket types and no add-on.</param>
public sealed record CodeInput(
    string? Code,
    DiscountKind Kind,
    DiscountPer Per,
    string? Amount,
    IReadOnlyCollection<TicketTypeId> Types,
    DateTime? Begins = null,
    DateTime? Ends = null,
    int? MostTicketsPerOrder = null,
    DiscountPer CountedBy = DiscountPer.Order,
    int? MostUses = null,
    int? MostPerPerson = null)
{
    /// <summary>Whether its tickets can be bought before their sale begins.</summary>
    public bool OpensEarly { get; init; }

    /// <summary>How many of each of its ticket types an order and a person may have, instead of what the type says.</summary>
    public int? MostOfEach { get; init; }

    /// <summary>The allocation that it sells from: then it is for the ticket types of that, whatever else was chosen.</summary>
    public AllocationId? Allocation { get; init; }
}
