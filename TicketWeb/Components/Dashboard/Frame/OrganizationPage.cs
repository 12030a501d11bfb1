using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using TicketWeb.Features.Organizations;

namespace TicketWeb.Components.Dashboard.Frame;

/// <summary>What the pages about one organization share. <see cref="Gate"/> has made sure that the visitor may be here.</summary>
[Authorize]
public abstract class OrganizationPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();

    [CascadingParameter]
    public required Membership Membership { get; set; }

    /// <summary>The organization's address; bound so that the pages' routes can carry it.</summary>
    [Parameter]
    public string Org { get; set; } = "";

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required Handover Handover { get; set; }

    protected Access Access => Membership.Access;

    protected OrganizationProfile Organization => Membership.Organization;

    protected string Root => $"/manage/{Organization.Slug}";

    /// <summary>Ends when the visitor leaves the page.</summary>
    protected CancellationToken Cancel => _leaving.Token;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected bool May(Permission permission) => Access.May(permission);
}
