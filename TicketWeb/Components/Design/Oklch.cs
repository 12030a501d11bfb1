namespace TicketWeb.Components.Design;

/// <summary>
/// A colour by lightness, strength and hue, as Björn Ottosson's Oklab defines them: moving the lightness there keeps what the
/// eye calls the colour, which mixing with black or white does not.
/// </summary>
internal readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    /// <summary>From red, green and blue between 0 and 1.</summary>
    public static Oklch From(double red, double green, double blue)
    {
        var (r, g, b) = (Linear(red), Linear(green), Linear(blue));
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        var a = (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s);
        var c = (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s);
        return new Oklch((0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s), Math.Sqrt((a * a) + (c * c)), Math.Atan2(c, a));
    }

    /// <summary>The nearest colour of this lightness and hue that a screen can show: the strength gives way.</summary>
    public (double Red, double Green, double Blue) ToScreen()
    {
        for (var chroma = Chroma; chroma > 0; chroma -= 0.004)
        {
            var (r, g, b) = (this with { Chroma = chroma }).Raw();
            if (Fits(r) && Fits(g) && Fits(b))
                return (Encoded(r), Encoded(g), Encoded(b));
        }

        var grey = Encoded((this with { Chroma = 0 }).Raw().Red);
        return (grey, grey, grey);
    }

    /// <summary>How bright a screen's red, green or blue is in light.</summary>
    public static double Linear(double part) => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);

    private (double Red, double Green, double Blue) Raw()
    {
        var (a, c) = (Chroma * Math.Cos(Hue), Chroma * Math.Sin(Hue));
        var l = Math.Pow(Lightness + (0.3963377774 * a) + (0.2158037573 * c), 3);
        var m = Math.Pow(Lightness - (0.1055613458 * a) - (0.0638541728 * c), 3);
        var s = Math.Pow(Lightness - (0.0894841775 * a) - (1.2914855480 * c), 3);
        return (
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
    }

    private static bool Fits(double part) => part is >= -0.0005 and <= 1.0005;

    private static double Encoded(double part) => Math.Clamp(part <= 0.0031308 ? part * 12.92 : (1.055 * Math.Pow(part, 1 / 2.4)) - 0.055, 0, 1);
}
