namespace TicketWeb.Components.Dashboard.Organizations;

/// <summary>One step on the way to the first sale.</summary>
public sealed record SetUpStep(string Name, string Why, string Url, bool Done);
