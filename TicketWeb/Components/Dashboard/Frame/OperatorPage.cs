using Microsoft.AspNetCore.Components;
using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Dashboard.Frame;

/// <summary>A page for those who run the installation. For everybody else <see cref="Gate"/> says that there is no such page.</summary>
public abstract class OperatorPage : DashboardPage
{
    [CascadingParameter]
    public required Operator Operator { get; set; }
}
