using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Payments.Domain;

/// <summary>Where an organization's share of what it sells goes.</summary>
internal sealed class PayoutAccount
{
    public required OrganizationId OrganizationId { get; init; }

    public required string Provider { get; init; }

    public required string Reference { get; init; }

    public bool TakesPayments { get; private set; }

    public bool PaysOut { get; private set; }

    public bool Answered { get; private set; }

    public void Note(GatewayAccount said) => (TakesPayments, PaysOut, Answered) = (said.TakesPayments, said.PaysOut, said.Answered);

    public GatewayAccount Tell() => new(Reference, TakesPayments, PaysOut, Answered);
}
