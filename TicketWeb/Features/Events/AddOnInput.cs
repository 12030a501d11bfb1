namespace TicketWeb.Features.Events;

/// <summary>What a person fills in about an add-on beside what every ticket type has.</summary>
/// <param name="GoesWith">The ticket types that it is for; none named are all.</param>
/// <param name="IncludedPer">With what some of it come for nothing; null where all of it is bought.</param>
/// <param name="Included">How many come with each of those; null where nothing was typed.</param>
public sealed record AddOnInput(IReadOnlyCollection<TicketTypeId> GoesWith, IncludedPer? IncludedPer = null, int? Included = null);
