using System.Globalization;

namespace TicketWeb.Components.Design;

/// <summary>
/// An organization's own colour made legible: dark enough to carry white text on a light page, light enough to stand on a
/// dark one. The hue stays theirs; only the lightness moves, and only as far as the contrast asks.
/// </summary>
public sealed record Brand
{
    // WCAG 2.2 AA asks 4.5 for text. A little more lets tinted grounds pass too; on dark the card is the lightest ground there is.
    private const double Enough = 5.4;
    private const double Step = 0.005;
    private static readonly (double, double, double) White = (1, 1, 1), DarkCard = (0x1d / 255d, 0x1a / 255d, 0x25 / 255d);

    private readonly string asked;

    private Brand(string asked, string onLight, string onDark)
    {
        this.asked = asked;
        OnLight = onLight;
        OnDark = onDark;
    }

    /// <summary>The colour on a light page, as "#rrggbb".</summary>
    public string OnLight { get; }

    /// <summary>The colour on a dark page, as "#rrggbb".</summary>
    public string OnDark { get; }

    /// <summary>Where the stylesheet with these colours lies. A file of its own, because a style block would need a fresh nonce on pages that are cached.</summary>
    public string StylesheetUrl => $"/brand/{asked}.css";

    /// <summary>What that stylesheet holds; made of checked hexadecimal digits only, so nothing can be smuggled in.</summary>
    public string Css => $":root{{--brand:{OnLight};--brand-dark:{OnDark}}}";

    /// <summary>Reads "#5a35e8" or "5a35e8"; null for anything else, and the page keeps the house colours.</summary>
    public static Brand? From(string? hex)
    {
        var digits = hex?.Trim().TrimStart('#').ToLowerInvariant();
        if (digits is not { Length: 6 } || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            return null;
        var colour = ((rgb >> 16) / 255d, ((rgb >> 8) & 255) / 255d, (rgb & 255) / 255d);
        return new Brand(digits, Hex(Moved(colour, -Step, White)), Hex(Moved(colour, Step, DarkCard)));
    }

    private static (double, double, double) Moved((double R, double G, double B) colour, double step, (double, double, double) ground)
    {
        if (Contrast(colour, ground) >= Enough)
            return colour;
        for (var moved = Oklch.From(colour.R, colour.G, colour.B); moved.Lightness is >= 0 and <= 1; moved = moved with { Lightness = moved.Lightness + step })
        {
            if (Contrast(moved.ToScreen(), ground) >= Enough)
                return moved.ToScreen();
        }

        return step < 0 ? (0, 0, 0) : White;
    }

    private static double Contrast((double, double, double) a, (double, double, double) b)
    {
        var (light, dark) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance((double R, double G, double B) c) =>
        (0.2126 * Oklch.Linear(c.R)) + (0.7152 * Oklch.Linear(c.G)) + (0.0722 * Oklch.Linear(c.B));

    private static string Hex((double R, double G, double B) c) => string.Create(CultureInfo.InvariantCulture, $"#{Byte(c.R):x2}{Byte(c.G):x2}{Byte(c.B):x2}");

    private static int Byte(double part) => (int)Math.Round(part * 255);
}
