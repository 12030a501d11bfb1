using System.Globalization;
using System.Net;
using System.Text;

namespace TicketWeb.Components.Design.Art;

/// <summary>
/// Shapes written down as SVG, in whole units to keep the text short. Neither style attributes nor scripts:
/// the picture also stands inside pages whose policy forbids both.
/// </summary>
internal sealed class ArtCanvas
{
    public const int Width = 640, Height = 480;

    private readonly StringBuilder shapes = new();
    private readonly StringBuilder definitions = new();
    private int gradients;

    /// <summary>Fills the whole picture, from the top left to the bottom right unless told otherwise.</summary>
    public void Ground(string from, string to, bool downwards = false) =>
        Rect(0, 0, Width, Height, Gradient(from, to, downwards));

    /// <summary>A paint that runs from one colour to another, for use as a fill.</summary>
    public string Gradient(string from, string to, bool downwards = false, double fromOpacity = 1, double toOpacity = 1)
    {
        // The id is made of the colours, because several pictures share one page and equal ids must mean equal paint.
        var id = Line($"g{gradients++}{from[1..]}{to[1..]}{(downwards ? "d" : "a")}");
        definitions.Append(CultureInfo.InvariantCulture, $"<linearGradient id=\"{id}\" x2=\"{(downwards ? 0 : 1)}\" y2=\"1\"><stop stop-color=\"{from}\"{Opacity("stop-opacity", fromOpacity)}/><stop offset=\"1\" stop-color=\"{to}\"{Opacity("stop-opacity", toOpacity)}/></linearGradient>");
        return $"url(#{id})";
    }

    public void Rect(double x, double y, double width, double height, string fill, double radius = 0, double opacity = 1, double turned = 0) =>
        shapes.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0}\" y=\"{y:0}\" width=\"{width:0}\" height=\"{height:0}\"{(radius > 0 ? Line($" rx=\"{radius:0}\"") : "")} fill=\"{fill}\"{Opacity("opacity", opacity)}{(turned != 0 ? Line($" transform=\"rotate({turned:0} {x + (width / 2):0} {y + (height / 2):0})\"") : "")}/>");

    public void Disc(double x, double y, double radius, string fill, double opacity = 1) =>
        shapes.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0}\" cy=\"{y:0}\" r=\"{radius:0.#}\" fill=\"{fill}\"{Opacity("opacity", opacity)}/>");

    public void Ring(double x, double y, double radius, double thickness, string stroke, double opacity = 1) =>
        shapes.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0}\" cy=\"{y:0}\" r=\"{radius:0.#}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{thickness:0.#}\"{Opacity("opacity", opacity)}/>");

    public void Oval(double x, double y, double across, double down, string fill, double opacity = 1) =>
        shapes.Append(CultureInfo.InvariantCulture, $"<ellipse cx=\"{x:0}\" cy=\"{y:0}\" rx=\"{across:0}\" ry=\"{down:0}\" fill=\"{fill}\"{Opacity("opacity", opacity)}/>");

    public void Shape(FormattableString path, string fill, double opacity = 1) =>
        shapes.Append(CultureInfo.InvariantCulture, $"<path d=\"{Line(path)}\" fill=\"{fill}\"{Opacity("opacity", opacity)}/>");

    public void Stroke(FormattableString path, string stroke, double thickness, double opacity = 1) =>
        shapes.Append(CultureInfo.InvariantCulture, $"<path d=\"{Line(path)}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{thickness:0.#}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"{Opacity("opacity", opacity)}/>");

    public void Text(double x, double y, double size, string text, string fill) =>
        shapes.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0}\" y=\"{y:0}\" font-size=\"{size:0}\" fill=\"{fill}\" font-family=\"ui-sans-serif,system-ui,'Segoe UI',Roboto,'DejaVu Sans',sans-serif\" font-weight=\"800\" letter-spacing=\"{-size / 36:0.#}\">{WebUtility.HtmlEncode(text)}</text>");

    public string ToSvg(string title) =>
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" preserveAspectRatio=\"xMidYMid slice\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\"><defs>{definitions}</defs>{shapes}</svg>");

    private static string Opacity(string attribute, double opacity) => opacity < 1 ? Line($" {attribute}=\"{opacity:0.##}\"") : "";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
