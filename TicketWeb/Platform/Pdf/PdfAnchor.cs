namespace TicketWeb.Platform.Pdf;

/// <summary>Which part of a line of text stands at the given place, counted in halves of its length.</summary>
public enum PdfAnchor
{
    Left = 0,
    Middle = 1,
    Right = 2,
}
