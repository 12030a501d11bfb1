using System.Globalization;
using System.Text;

namespace TicketWeb.Features.Tickets.Passes;

/// <summary>Text that is broken into lines of a width, and shortened where it has too many of them.</summary>
internal static class PassText
{
    private const string Ellipsis = "…";

    /// <summary>At most <paramref name="most"/> lines; the last ends in an ellipsis when something is left over. Line breaks are kept.</summary>
    public static IReadOnlyList<string> Lines(string text, PassStyle style, double width, int most)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var lines = paragraphs.SelectMany(paragraph => Wrapped(Printable(paragraph, style), style, width)).Take(most + 1).ToList();
        return lines.Count <= most ? lines : [.. lines.Take(most - 1), Shortened(lines[most - 1], style, width)];
    }

    private static IEnumerable<string> Wrapped(string paragraph, PassStyle style, double width)
    {
        var line = "";
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, style, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && !style.Fits(longer, width))
            {
                yield return line;
                longer = word;
            }

            line = longer;
        }

        if (line.Length > 0)
            yield return line;
    }

    /// <summary>A word that is wider than a whole line, cut where the line ends.</summary>
    private static IEnumerable<string> Pieces(string word, PassStyle style, double width)
    {
        var piece = "";
        foreach (var sign in Signs(word))
        {
            if (piece.Length > 0 && !style.Fits(piece + sign, width))
            {
                yield return piece;
                piece = "";
            }

            piece += sign;
        }

        yield return piece;
    }

    private static string Shortened(string line, PassStyle style, double width)
    {
        var signs = Signs(line).ToList();
        while (signs.Count > 0 && !style.Fits(string.Concat(signs) + Ellipsis, width))
            signs.RemoveAt(signs.Count - 1);
        return string.Concat(signs).TrimEnd() + Ellipsis;
    }

    /// <summary>
    /// What the typeface has no sign for is left out when it is decoration (emoji and what joins them), and stays as the box
    /// for the unknown when it is a letter: a name must not silently lose one.
    /// </summary>
    private static string Printable(string text, PassStyle style)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
                printable.Append(' ');
            else if (style.Font.GlyphOf(rune) != 0 || Rune.IsLetterOrDigit(rune))
                printable.Append(rune);
        }

        return printable.ToString();
    }

    private static IEnumerable<string> Signs(string text)
    {
        for (var signs = StringInfo.GetTextElementEnumerator(text); signs.MoveNext();)
            yield return signs.GetTextElement();
    }
}
