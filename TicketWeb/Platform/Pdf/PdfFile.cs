using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace TicketWeb.Platform.Pdf;

/// <summary>Numbered objects one after the other, and the table at the end that says where each begins.</summary>
internal sealed class PdfFile
{
    private readonly ArrayBufferWriter<byte> _file = new();
    private readonly List<int> _offsets = [];

    /// <summary>The line of high bytes tells mail programs that this is no text.</summary>
    public PdfFile()
    {
        Write("%PDF-1.7\n%"u8);
        Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        _offsets.Add(0);
        return _offsets.Count;
    }

    public int Write(string content)
    {
        var number = Reserve();
        Write(number, content);
        return number;
    }

    public void Write(int number, string content)
    {
        _offsets[number - 1] = _file.WrittenCount;
        Write(Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n")));
    }

    /// <summary>Writes bytes, compressed.</summary>
    public int WriteStream(string entries, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            packer.Write(bytes);

        var number = Reserve();
        _offsets[number - 1] = _file.WrittenCount;
        Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<< {entries} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n")));
        Write(packed.ToArray());
        Write("\nendstream\nendobj\n"u8);
        return number;
    }

    public byte[] ToBytes(int catalog, int info)
    {
        var table = _file.WrittenCount;
        var end = new StringBuilder();
        end.Append(CultureInfo.InvariantCulture, $"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in _offsets)
            end.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        end.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {_offsets.Count + 1} /Root {catalog} 0 R /Info {info} 0 R >>\nstartxref\n{table}\n%%EOF\n");
        Write(Encoding.ASCII.GetBytes(end.ToString()));
        return _file.WrittenSpan.ToArray();
    }

    private void Write(ReadOnlySpan<byte> bytes) => _file.Write(bytes);
}
