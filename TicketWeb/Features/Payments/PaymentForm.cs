namespace TicketWeb.Features.Payments;

/// <summary>The gateway's own form, which asks for the card in the buyer's browser so that its number never comes near us.</summary>
/// <param name="Script">The address it is loaded from.</param>
/// <param name="Key">What tells the gateway in the browser whose form it is. No secret.</param>
/// <param name="CapturesLater">True where the bank only sets the money aside at first.</param>
/// <param name="ApplePayDomainFile">The file that Apple asks this domain for; null where there is none.</param>
/// <param name="Sources">What the page's security policy has to allow for it, by directive.</param>
public sealed record PaymentForm(
    string Script, string Key, bool CapturesLater, string? ApplePayDomainFile, IReadOnlyList<(string Directive, string Source)> Sources);
