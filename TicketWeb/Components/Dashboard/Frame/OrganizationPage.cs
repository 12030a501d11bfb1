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

    /// <summary>
    /// Once <see cref="Gate"/> has decided for another page, or the session has ended, this one hears that its membership is gone a moment
    /// before it goes itself: it stays as it was.
    /// </summary>
    public override Task SetParametersAsync(ParameterView parameters) => Leaves(parameters) ? Task.CompletedTask : base.SetParametersAsync(parameters);

    protected Access Access => Membership.Access;

    protected OrganizationProfile Organization => Membership.Organization;

    protected string Root => $"/manage/{Organization.Slug}";

    protected virtual bool Leaves(ParameterView parameters) => parameters.GetValueOrDefault<Membership>(nameof(Membership)) is null;

    protected bool May(Permission permission) => Access.May(permission);
}
