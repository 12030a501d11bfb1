namespace TicketWeb.Tests.Components.Account;

/// <param name="Text">The link in it, or its sentence.</param>
internal sealed record RecordedLetter(string To, string Kind, string Text);
