namespace TicketWeb.Tests.Support.StripeEmulator;

/// <summary>What goes wrong with one request.</summary>
/// <param name="Status">What is answered; null breaks the connection.</param>
/// <param name="Done">True where the work is done all the same, and only the answer is lost.</param>
public sealed record StripeTrouble(int? Status, bool Done = false);
