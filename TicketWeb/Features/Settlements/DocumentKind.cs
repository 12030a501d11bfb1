namespace TicketWeb.Features.Settlements;

/// <summary>Papers that an organization gives its buyers. Each kind has numbers of its own.</summary>
public enum DocumentKind
{
    Invoice,
    CreditNote,
}
