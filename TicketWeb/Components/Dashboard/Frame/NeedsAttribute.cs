using TicketWeb.Features.Organizations;

namespace TicketWeb.Components.Dashboard.Frame;

/// <summary>What a member must be allowed to see this page. For everybody else it does not exist.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}
