using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

public sealed record PayoutsUnavailable(string Why) : Refusal("payouts_unavailable", $"The payment company does not open an account for you just now: {Why}");
