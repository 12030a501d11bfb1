using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>What the gateway says about a dispute.</summary>
/// <param name="Reference">The gateway's own id.</param>
/// <param name="PaymentId">Null where the payment is none of ours.</param>
/// <param name="Amount">What the buyer disputes.</param>
/// <param name="Withdrawn">What of it is taken from us at the moment.</param>
/// <param name="Fee">What the dispute itself costs at the moment, as far as that is known.</param>
/// <param name="Reason">In the gateway's words.</param>
/// <param name="AnswerBy">Until when the bank listens; null where it does not wait.</param>
public sealed record GatewayDispute(string Reference, PaymentId? PaymentId, DisputeState State, Money Amount, Money Withdrawn, Money Fee, string Reason, DateTimeOffset? AnswerBy);
