namespace TicketWeb.Components.Design.Art;

/// <summary>The event's name, as large as it fits at the foot of the picture, over a shade that keeps it legible on any scene.</summary>
internal static class Lettering
{
    // A bold sans is about this much of its size wide per letter; SVG cannot measure text before it is drawn.
    private const double WidthPerLetter = 0.6;
    private const int Margin = 40, MostLines = 4;

    public static void Draw(ArtCanvas canvas, string name, ArtPalette palette)
    {
        var (lines, size) = Fit(name);
        var top = ArtCanvas.Height - Margin - (lines.Count * size);
        canvas.Rect(0, Math.Max(0, top - 120), ArtCanvas.Width, ArtCanvas.Height, canvas.Gradient(palette.Ground, palette.Ground, downwards: true, fromOpacity: 0, toOpacity: 1));
        for (var i = 0; i < lines.Count; i++)
            canvas.Text(Margin, top + ((i + 0.8) * size), size, lines[i], palette.Light);
    }

    private static (IReadOnlyList<string> Lines, double Size) Fit(string name)
    {
        foreach (var size in (double[])[84, 72, 62, 54, 46, 40])
        {
            var lines = Wrap(name, (int)((ArtCanvas.Width - (2 * Margin)) / (size * WidthPerLetter)));
            if (lines is not null && lines.Count <= Math.Min(MostLines, 240 / size))
                return (lines, size);
        }

        return ([name.Length <= 40 ? name : name[..39] + "…"], 24);
    }

    private static List<string>? Wrap(string name, int letters)
    {
        List<string> lines = [];
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length > letters)
                return null;
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= letters)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return lines;
    }
}
