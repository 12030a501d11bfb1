using TicketWeb.Components.Dashboard.Fields;
using TicketWeb.Features.Events;

namespace TicketWeb.Components.Dashboard.Events;

/// <summary>An event as it is typed: times as the clocks at the venue show them, artists a line each.</summary>
public sealed record EventForm
{
    public string? Title { get; set; }

    public string? Category { get; set; }

    public string? VenueId { get; set; }

    public string? Doors { get; set; }

    public string? Starts { get; set; }

    public string? Ends { get; set; }

    public string? AgeLimit { get; set; }

    public string? Summary { get; set; }

    public string? Description { get; set; }

    public string? LineUp { get; set; }

    public static EventForm Of(EventView happening) => new()
    {
        Title = happening.Title,
        Category = happening.Category.ToString(),
        VenueId = happening.Venue.Id.Value.ToString(),
        Doors = Typed.Text(happening.LocalDoors),
        Starts = Typed.Text(happening.LocalStart),
        Ends = Typed.Text(happening.LocalEnd),
        AgeLimit = Typed.Text(happening.AgeLimit),
        Summary = happening.Summary,
        Description = happening.Description,
        LineUp = string.Join('\n', happening.LineUp),
    };

    public EventInput ToInput() => new(
        Kernel.Id.Parse<VenueId>(VenueId), Title, Enum.TryParse<Category>(Category, out var category) ? category : null, Summary, Description,
        Typed.Time(Doors), Typed.Time(Starts), Typed.Time(Ends), Typed.Number(AgeLimit))
    {
        LineUp = (LineUp ?? "").Split('\n'),
    };
}
