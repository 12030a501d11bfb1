namespace TicketWeb.Platform.Security;

/// <summary>A key with which cookies and links are sealed, as data protection wrote it.</summary>
internal sealed class StoredKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
