using System.Globalization;

namespace TicketWeb.Components.Design;

/// <summary>
/// An organization's own colour made legible: dark enough to carry white text on a light page, light enough to stand on a
/// dark one. The hue stays theirs; only the lightness moves, and only as far as the contrast asks.
/// </summary>
public sealed record Brand
{
    // WCAG 2.2 AA for text. The dark page's card is the lightest ground the colour meets there.
    private const double Enough = 4.6;
    private static readonly (double R, double G, double B) White = (1, 1, 1), DarkCard = (0x1d / 255d, 0x1a / 255d, 0x25 / 255d);

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
        var digits = hex?.Trim().TrimStart('#');
        if (digits is not { Length: 6 } || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            return null;
        var colour = ((rgb >> 16) / 255d, ((rgb >> 8) & 255) / 255d, (rgb & 255) / 255d);
        return new Brand(digits.ToLowerInvariant(), Hex(Moved(colour, (0, 0, 0), White)), Hex(Moved(colour, White, DarkCard)));
    }

    private static (double R, double G, double B) Moved((double R, double G, double B) colour, (double R, double G, double B) towards, (double R, double G, double B) ground)
    {
        for (var share = 0d; share < 1; share += 0.02)
        {
            var moved = (colour.R + ((towards.R - colour.R) * share), colour.G + ((towards.G - colour.G) * share), colour.B + ((towards.B - colour.B) * share));
            if (Contrast(moved, ground) >= Enough)
                return moved;
        }

        return towards;
    }

    private static double Contrast((double R, double G, double B) a, (double R, double G, double B) b)
    {
        var (light, dark) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance((double R, double G, double B) c) => (0.2126 * Linear(c.R)) + (0.7152 * Linear(c.G)) + (0.0722 * Linear(c.B));

    private static double Linear(double part) => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);

    private static string Hex((double R, double G, double B) c) => string.Create(CultureInfo.InvariantCulture, $"#{Byte(c.R):x2}{Byte(c.G):x2}{Byte(c.B):x2}");

    private static int Byte(double part) => (int)Math.Round(part * 255);
}
