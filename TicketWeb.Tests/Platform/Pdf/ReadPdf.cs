using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace TicketWeb.Tests.Platform.Pdf;

/// <summary>Reads a file as a viewer begins to: the table at its end, the objects that it points to, their packed streams.</summary>
internal sealed partial class ReadPdf
{
    public ReadPdf(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var table = int.Parse(TableOffset().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        var entries = text[table..].Split('\n').Skip(3).TakeWhile(line => line.EndsWith(" n ", StringComparison.Ordinal));
        Objects = [.. entries.Select(line => text[int.Parse(line[..10], CultureInfo.InvariantCulture)..]).Select(rest => rest[..rest.IndexOf("endobj", StringComparison.Ordinal)])];
    }

    /// <summary>Each begins with its number when the table is right.</summary>
    public IReadOnlyList<string> Objects { get; }

    public int Pages => Objects.Count(o => o.Contains("/Type /Page ", StringComparison.Ordinal));

    public IReadOnlyList<string> Streams => [.. Objects.Where(o => o.Contains("stream\n", StringComparison.Ordinal)).Select(Unpacked)];

    private static string Unpacked(string stream)
    {
        var from = stream.IndexOf("stream\n", StringComparison.Ordinal) + 7;
        using var packed = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(stream[from..stream.LastIndexOf("\nendstream", StringComparison.Ordinal)])), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        packed.CopyTo(plain);
        return Encoding.Latin1.GetString(plain.ToArray());
    }

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF\n$")]
    private static partial Regex TableOffset();
}
