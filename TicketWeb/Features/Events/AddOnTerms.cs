namespace TicketWeb.Features.Events;

/// <summary>What makes a ticket type an add-on, like parking or a shirt: it lets nobody in, and is had with tickets only.</summary>
/// <param name="GoesWith">The ticket types that it is for; none named are all.</param>
/// <param name="IncludedPer">With what some of it come for nothing; null where all of it is bought.</param>
/// <param name="Included">How many come with each of those; zero where all of it is bought.</param>
public sealed record AddOnTerms(IReadOnlyList<TicketTypeId> GoesWith, IncludedPer? IncludedPer, int Included)
{
    public bool IsFor(TicketTypeId type) => GoesWith.Count == 0 || GoesWith.Contains(type);

    /// <summary>How many come for nothing with so many of the tickets that it is for.</summary>
    public int IncludedWith(int tickets) => tickets == 0 ? 0 : IncludedPer switch
    {
        Events.IncludedPer.Ticket => Included * tickets,
        Events.IncludedPer.Order => Included,
        null => 0,
    };
}
