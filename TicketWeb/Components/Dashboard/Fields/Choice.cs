namespace TicketWeb.Components.Dashboard.Fields;

/// <summary>One thing that can be chosen from a list.</summary>
public sealed record Choice(string Value, string Name);
