namespace TicketWeb.Kernel;

/// <summary>It does not exist, or not for this person: the two are told alike.</summary>
public sealed record NotFound(string What) : Refusal("not_found", $"There is no such {What}.");
