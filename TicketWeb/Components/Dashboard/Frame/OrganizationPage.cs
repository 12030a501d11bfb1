using Microsoft.AspNetCore.Components;
using TicketWeb.Features.Organizations;

namespace TicketWeb.Components.Dashboard.Frame;

/// <summary>What the pages about one organization share. <see cref="Gate"/> has made sure that the visitor may be here.</summary>
public abstract class OrganizationPage : DashboardPage
{
    [CascadingParameter]
    public required Membership Membership { get; set; }

    /// <summary>The organization's address; bound so that the pages' routes can carry it.</summary>
    [Parameter]
    public string Org { get; set; } = "";

    protected Access Access => Membership.Access;

    protected OrganizationProfile Organization => Membership.Organization;

    protected string Root => $"/manage/{Organization.Slug}";

    protected bool May(Permission permission) => Access.May(permission);
}
