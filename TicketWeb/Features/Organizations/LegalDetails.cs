namespace TicketWeb.Features.Organizations;

/// <summary>Who an organization is by law, as it stands on its invoices. All of it is empty until somebody has filled it in.</summary>
/// <param name="Address">With line breaks.</param>
/// <param name="TaxId">May be empty: not everybody has one.</param>
public sealed record LegalDetails(string Name, string Address, string TaxId)
{
    public static LegalDetails None { get; } = new("", "", "");

    /// <summary>True when an invoice may be written.</summary>
    public bool Known => Name.Length > 0 && Address.Length > 0;
}
