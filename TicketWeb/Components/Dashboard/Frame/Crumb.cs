namespace TicketWeb.Components.Dashboard.Frame;

/// <summary>One step on the way from the organization to a page.</summary>
public sealed record Crumb(string Name, string Url);
