namespace TicketWeb.Features.BoxOffice;

/// <summary>A drawer is counted, as typed.</summary>
/// <param name="Operator">Whose drawer.</param>
/// <param name="Expected">What the page said should be there, in minor units: what was sold since is not in it.</param>
/// <param name="Counted">What is there, without the change that was in it at the start.</param>
/// <param name="Note">Why it differs; needed where it does.</param>
/// <param name="Key">The same for every try, so that two clicks close once.</param>
public sealed record ClosingInput(Guid Operator, long Expected, string? Counted, string? Note, Guid Key);
