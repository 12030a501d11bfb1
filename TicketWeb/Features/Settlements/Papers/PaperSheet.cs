using TicketWeb.Platform.Pdf;

namespace TicketWeb.Features.Settlements.Papers;

/// <summary>One paper on as many pages as it needs: the seller, a title, facts, and lines with amounts. Lengths are in points.</summary>
internal sealed class PaperSheet(PdfDocument document)
{
    private const double Left = 56;
    private const double Right = PdfPage.Width - 56;
    private const double Top = 64;
    private const double Bottom = PdfPage.Height - 72;
    private const double Size = 10;
    private const double Step = 15;
    private const double Ink = 0.08;
    private const double Muted = 0.36;

    private PdfPage _page = document.AddPage();
    private double _y = Top;

    public void Title(string text)
    {
        _y += 26;
        _page.Text(Fitting(text, PaperFonts.Strong, 20, Right - Left), PaperFonts.Strong, 20, Left, _y, Ink);
        _y += 12;
    }

    public void Strong(string text) => Write(text, PaperFonts.Strong, Ink);

    public void Plain(string text) => Write(text, PaperFonts.Text, Ink);

    public void Small(string text) => Write(text, PaperFonts.Text, Muted);

    public void Gap() => _y += Step;

    /// <summary>What it is for, and how much, at the right edge.</summary>
    public void Line(string text, string amount, bool total = false)
    {
        if (total)
        {
            _y += 4;
            _page.Rectangle(Left, _y, Right - Left, 0.7);
            _page.Fill(Muted);
            _y += 4;
        }

        var font = total ? PaperFonts.Strong : PaperFonts.Text;
        Move();
        _page.Text(Fitting(text, font, Size, Right - Left - font.WidthOf(amount, Size) - 12), font, Size, Left, _y, Ink);
        _page.Text(amount, font, Size, Right, _y, Ink, PdfAnchor.Right);
    }

    private void Write(string text, TrueTypeFont font, double grey)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Move();
            _page.Text(Fitting(line, font, Size, Right - Left), font, Size, Left, _y, grey);
        }
    }

    private void Move()
    {
        _y += Step;
        if (_y <= Bottom)
            return;
        _page = document.AddPage();
        _y = Top;
    }

    /// <summary>The text, with an ellipsis where it is too long for its line.</summary>
    private static string Fitting(string text, TrueTypeFont font, double size, double width)
    {
        if (font.WidthOf(text, size) <= width)
            return text;
        var kept = text.Length;
        while (kept > 0 && font.WidthOf(text[..kept] + "…", size) > width)
            kept -= kept > 1 && char.IsLowSurrogate(text[kept - 1]) ? 2 : 1;
        return text[..kept] + "…";
    }
}
