using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>What the gateway is asked to take.</summary>
/// <param name="Id">Ours; also the idempotency key, so that asking twice takes once.</param>
/// <param name="Organization">Whose tickets are sold.</param>
/// <param name="Fee">What of the amount stays with the installation.</param>
/// <param name="Method">The card, as the gateway's own form gave it.</param>
/// <param name="Framed">Whether the buyer is in a frame on somebody else's page, where no bank's own page opens.</param>
/// <param name="ReturnUrl">Where the bank sends the buyer back to.</param>
public sealed record PaymentOrder(PaymentId Id, OrganizationId Organization, Money Amount, Money Fee, string Description, string Method, bool Framed, string ReturnUrl);
