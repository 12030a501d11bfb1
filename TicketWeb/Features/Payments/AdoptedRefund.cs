using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>What is new about a refund that somebody made at the gateway and not here.</summary>
/// <param name="Amount">What of it was not owed already.</param>
/// <param name="Failed">True where it is known already and came to nothing; false where it is heard of for the first time.</param>
public sealed record AdoptedRefund(RefundId Id, Money Amount, bool Failed);
