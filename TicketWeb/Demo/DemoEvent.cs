using TicketWeb.Features.Events;

namespace TicketWeb.Demo;

/// <summary>An event of the demo, its dates told from the day of the seed.</summary>
/// <param name="InDays">Days from now.</param>
/// <param name="Starts">Hour and minute at the venue.</param>
/// <param name="Hours">How long it lasts.</param>
/// <param name="Codes">Its codes; some of its buyers have the first.</param>
/// <param name="Desk">Whether some of its tickets were sold at the box office.</param>
/// <param name="AddOns">What some of its buyers have beside tickets.</param>
/// <param name="On">The day of the week that it is for: the first after those days. Null where any will do.</param>
internal sealed record DemoEvent(
    string Venue,
    string Title,
    Category Category,
    int InDays,
    TimeOnly Starts,
    double Hours,
    string Summary,
    string Description,
    string[] LineUp,
    DemoTicketType[] Types,
    int? AgeLimit = null,
    bool Doors = true,
    bool Draft = false,
    DemoCode[]? Codes = null,
    bool Desk = false,
    DemoAddOn[]? AddOns = null,
    DayOfWeek? On = null);
