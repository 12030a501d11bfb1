using TicketWeb.Platform.Pdf;

namespace TicketWeb.Features.Tickets.Passes;

/// <summary>How a text on a pass looks: typeface, size, grey (0 is black) and the distance of its lines in sizes.</summary>
internal sealed record PassStyle(TrueTypeFont Font, double Size, double Grey, double Leading = 1.32)
{
    private const double Ink = 0.08;
    private const double Muted = 0.36;

    public static readonly PassStyle Title = new(PassFonts.Title, 25, Ink, 1.14);
    public static readonly PassStyle Number = new(PassFonts.Strong, 17, Ink);
    public static readonly PassStyle Strong = new(PassFonts.Strong, 11, Ink);
    public static readonly PassStyle Plain = new(PassFonts.Text, 11, Muted);
    public static readonly PassStyle Notes = new(PassFonts.Text, 10.5, Ink, 1.5);
    public static readonly PassStyle Small = new(PassFonts.Text, 8.5, Muted);
    public static readonly PassStyle Label = new(PassFonts.Strong, 7.5, Muted);

    public double LineHeight => Size * Leading;

    public bool Fits(string text, double width) => Font.WidthOf(text, Size) <= width;
}
