namespace TicketWeb.Platform.Security;

/// <summary>The setting <c>Operators</c>, which stands in no section.</summary>
public sealed class OperatorsOptions
{
    /// <summary>Addresses of accounts whose owners run the installation.</summary>
    public string[] Operators { get; set; } = [];
}
