using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments.Domain;

/// <summary>A buyer told their bank that a payment was not right.</summary>
internal sealed class Dispute
{
    private Dispute()
    {
    }

    public DisputeId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public PaymentId PaymentId { get; private init; }

    public Guid OrderId { get; private init; }

    /// <summary>The gateway's own id. Unique.</summary>
    public string Reference { get; private init; } = "";

    public DisputeState State { get; private set; }

    /// <summary>What is disputed, in minor units.</summary>
    public long Amount { get; private set; }

    /// <summary>What of it is taken from us at the moment.</summary>
    public long Withdrawn { get; private set; }

    /// <summary>What the dispute costs at the moment.</summary>
    public long Fee { get; private set; }

    public Currency Currency { get; private init; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset? AnswerBy { get; private set; }

    public DateTimeOffset OpenedAt { get; private init; }

    public static Dispute Open(Payment payment, string reference, DateTimeOffset now) => new()
    {
        Id = Kernel.Id.New<DisputeId>(),
        OrganizationId = payment.OrganizationId,
        PaymentId = payment.Id,
        OrderId = payment.OrderId,
        Reference = reference,
        Currency = payment.Currency,
        OpenedAt = now,
    };

    /// <summary>Takes the gateway's word.</summary>
    /// <returns>What has moved since it was heard last; null where nothing has.</returns>
    public DisputeMoved? Note(GatewayDispute said)
    {
        var (amount, fee) = (said.Withdrawn.Minor - Withdrawn, said.Fee.Minor - Fee);
        State = said.State;
        Amount = said.Amount.Minor;
        Withdrawn = said.Withdrawn.Minor;
        Fee = said.Fee.Minor;
        Reason = said.Reason;
        AnswerBy = said.AnswerBy;
        return (amount, fee) == (0, 0) ? null : new DisputeMoved(Guid.CreateVersion7(), Id, OrganizationId, OrderId, Currency.Code, amount, fee);
    }
}
