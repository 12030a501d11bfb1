using System.Globalization;
using System.Text;

namespace TicketWeb.Platform.Pdf;

/// <summary>An A4 page that is drawn on from the top left, in points of 1/72 inch.</summary>
public sealed class PdfPage
{
    public const double Width = 595.28;
    public const double Height = 841.89;

    /// <summary>The part of a quarter circle's side at which a Bézier curve's handle must lie.</summary>
    private const double Handle = 0.5523;

    private readonly StringBuilder _drawing = new();
    private readonly PdfDocument _document;
    private (double X, double Y) _pen;

    internal PdfPage(PdfDocument document)
    {
        _document = document;
        Write($"1 0 0 -1 0 {Height} cm");
    }

    internal string Drawing => _drawing.ToString();

    /// <summary>One line of text whose letters stand on the baseline; grey 0 is black, 1 is white.</summary>
    public void Text(string text, TrueTypeFont font, double size, double x, double baseline, double grey = 0, PdfAnchor anchor = PdfAnchor.Left)
    {
        var left = x - (font.WidthOf(text, size) * (int)anchor / 2);
        var (name, glyphs) = _document.Use(font, text);
        Write($"BT {grey} g /{name} {size} Tf 1 0 0 -1 {left} {baseline} Tm");
        _drawing.Append('<').Append(glyphs).Append("> Tj ET\n");
    }

    public void MoveTo(double x, double y)
    {
        _pen = (x, y);
        Write($"{x} {y} m");
    }

    public void LineTo(double x, double y)
    {
        _pen = (x, y);
        Write($"{x} {y} l");
    }

    /// <summary>A quarter of an ellipse from where the pen is; its tangents meet in the corner.</summary>
    public void RoundTo(double cornerX, double cornerY, double x, double y)
    {
        Write($"{Toward(_pen.X, cornerX)} {Toward(_pen.Y, cornerY)} {Toward(x, cornerX)} {Toward(y, cornerY)} {x} {y} c");
        _pen = (x, y);
    }

    public void Rectangle(double x, double y, double width, double height) => Write($"{x} {y} {width} {height} re");

    /// <summary>Fills all that was outlined since the last time.</summary>
    public void Fill(double grey = 0) => Write($"{grey} g f");

    /// <summary>Closes the outline and draws it.</summary>
    public void Outline(double width, double grey) => Write($"{width} w {grey} G h S");

    /// <summary>Draws the outline as a row of round dots that far apart.</summary>
    public void Dots(double width, double grey, double apart) => Write($"q 1 J {width} w {grey} G [0 {apart}] 0 d S Q");

    private static double Toward(double from, double to) => from + (Handle * (to - from));

    private void Write(FormattableString operators)
    {
        var numbers = operators.GetArguments().Select(argument => argument is double number ? (object)Math.Round(number, 3) : argument).ToArray();
        _drawing.AppendFormat(CultureInfo.InvariantCulture, operators.Format, numbers).Append('\n');
    }
}
