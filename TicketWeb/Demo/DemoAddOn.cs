using TicketWeb.Features.Events;

namespace TicketWeb.Demo;

/// <summary>An add-on of a demo event.</summary>
/// <param name="Price">In the major unit, as typed.</param>
/// <param name="Stock">How many there are; null for any number.</param>
/// <param name="GoesWith">The names of the ticket types that it is for; null for all.</param>
/// <param name="IncludedPer">With what one of it comes for nothing; null where all of it is bought.</param>
internal sealed record DemoAddOn(string Name, string Description, string Price, int? Stock, string[]? GoesWith = null, IncludedPer? IncludedPer = null, int Most = 4);
