using System.Text;
using System.Text.Encodings.Web;
using QRCoder;

namespace TicketWeb.Features.Tickets.Passes;

/// <summary>A code as a picture, black on white with its quiet zone, so that it scans on a dark page too.</summary>
public static class QrPicture
{
    /// <summary>For pages: sharp at any size, no style attributes, one path for all squares.</summary>
    /// <param name="label">What a screen reader says instead.</param>
    public static string Svg(QrModules modules, string label)
    {
        var path = new StringBuilder();
        foreach (var (x, y, width) in modules.Runs)
            path.Append(null, $"M{x} {y}h{width}v1h-{width}z");
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {modules.Size} {modules.Size}" role="img" aria-label="{HtmlEncoder.Default.Encode(label)}" shape-rendering="crispEdges"><rect width="{modules.Size}" height="{modules.Size}" fill="#fff"/><path d="{path}"/></svg>""";
    }

    /// <summary>For mails, where SVG is not shown.</summary>
    /// <param name="pixelsPerSquare">8 makes a picture of about 400 pixels from a ticket's code.</param>
    public static byte[] Png(QrModules modules, int pixelsPerSquare = 8)
    {
        using var data = new QRCodeData(modules.Raw, QRCodeData.Compression.Uncompressed);
        using var png = new PngByteQRCode(data);
        return png.GetGraphic(pixelsPerSquare);
    }
}
