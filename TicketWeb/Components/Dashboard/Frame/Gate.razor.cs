using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Platform.Security;
using RouteData = Microsoft.AspNetCore.Components.RouteData;

namespace TicketWeb.Components.Dashboard.Frame;

/// <summary>
/// Stands before every page of the dashboard, at every step from page to page: finds out whom the visitor works for and what they may do
/// there, and answers "no such page" for all that is not theirs. The page before stays until the next one is known.
/// </summary>
public sealed partial class Gate
{
    private RouteData? _shown;
    private IReadOnlyList<Membership> _memberships = [];
    private Membership? _membership;
    private EventView? _event;
    private Operator? _operator;
    private bool _missing;

    [Parameter, EditorRequired]
    public required RouteData Route { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required IOrganizations Organizations { get; set; }

    [Inject]
    public required FindEvent FindEvent { get; set; }

    [Inject]
    public required Operators Operators { get; set; }

    [Inject]
    public required Handover Handover { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <summary>Reads the event again after it was changed.</summary>
    public async Task ReloadAsync()
    {
        if (_membership is null || _event is null)
            return;
        _event = await FindEvent.RunAsync(_membership.Access, _event.Id, CancellationToken.None);
        StateHasChanged();
    }

    protected override async Task OnParametersSetAsync()
    {
        var route = Route;
        if (route.PageType.Namespace?.StartsWith(typeof(DashboardSetup).Namespace!, StringComparison.Ordinal) != true)
        {
            Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
            return;
        }

        var account = (await Authentication).User.AccountId();
        var memberships = account is { } id ? await Handover.LoadAsync("memberships", () => Organizations.MembershipsOfAsync(id, CancellationToken.None)) : [];
        var membership = route.RouteValues.GetValueOrDefault("Org") is string slug ? memberships.SingleOrDefault(m => m.Organization.Slug == slug) : null;
        var happening = membership is not null && route.RouteValues.GetValueOrDefault("Event") is Guid key
            ? await Handover.LoadAsync($"event {key}", () => FindEvent.RunAsync(membership.Access, EventId.From(key), CancellationToken.None))
            : null;
        var by = account is { } person ? await Handover.LoadAsync("operator", () => Operators.RecogniseAsync(person, CancellationToken.None)) : null;
        if (route != Route)
            return;

        (_shown, _memberships, _membership, _event, _operator) = (route, memberships, membership, happening, by);
        _missing = account is not null && !MaySee(route, membership, happening, by);
    }

    private static bool MaySee(RouteData route, Membership? membership, EventView? happening, Operator? by)
    {
        if (route.PageType.IsAssignableTo(typeof(OperatorPage)))
            return by is not null;
        if (route.RouteValues.GetValueOrDefault("Org") is null)
            return true;
        if (membership is null || (route.RouteValues.GetValueOrDefault("Event") is not null && happening is null))
            return false;
        return route.PageType.GetCustomAttribute<NeedsAttribute>() is not { } needs || membership.Access.May(needs.Permission);
    }
}
