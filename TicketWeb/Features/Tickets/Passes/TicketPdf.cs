using TicketWeb.Platform.Pdf;

namespace TicketWeb.Features.Tickets.Passes;

/// <summary>Tickets for printing: an A4 page for each, which any printer prints and any phone shows, with text that can be selected.</summary>
public static class TicketPdf
{
    /// <summary>The file's bytes. There is at least one pass.</summary>
    public static byte[] Write(IReadOnlyList<PassPage> passes)
    {
        ArgumentOutOfRangeException.ThrowIfZero(passes.Count);
        var document = new PdfDocument
        {
            Title = passes.Count == 1 ? $"Ticket for {passes[0].EventName}" : $"{passes.Count} tickets for {passes[0].EventName}",
            Author = passes[0].OrganizerName,
        };
        foreach (var pass in passes)
            new PassSheet(document.AddPage()).Draw(pass);
        return document.ToBytes();
    }
}
