namespace TicketWeb.Features.Settlements;

/// <summary>A paper to print or keep.</summary>
/// <param name="Name">Of the file.</param>
public sealed record DocumentFile(string Name, byte[] Pdf);
