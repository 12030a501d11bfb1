using Microsoft.AspNetCore.Components;
using TicketWeb.Features.Events;

namespace TicketWeb.Components.Dashboard.Frame;

/// <summary>What the pages about one event share.</summary>
public abstract class EventPage : OrganizationPage
{
    [CascadingParameter]
    public required Gate Gate { get; set; }

    [CascadingParameter]
    public required EventView Happening { get; set; }

    /// <summary>The event's id in the address.</summary>
    [Parameter]
    public Guid Event { get; set; }

    protected string EventRoot => $"{Root}/events/{Happening.Id.Value}";

    protected Crumb[] EventCrumbs => [new("Events", $"{Root}/events"), new(Happening.Title, EventRoot)];

    protected override bool Leaves(ParameterView parameters) => base.Leaves(parameters) || parameters.GetValueOrDefault<EventView>(nameof(Happening)) is null;
}
