using System.Buffers.Binary;
using System.Text;

namespace TicketWeb.Platform.Pdf;

/// <summary>A font file with the outlines of the signs in use and nothing else. Signs keep their numbers, so texts need no rewriting.</summary>
internal static class TrueTypeSubset
{
    private static readonly string[] Kept = ["cvt ", "fpgm", "head", "hhea", "hmtx", "maxp", "prep"];

    public static byte[] Of(TrueTypeFont font, IEnumerable<ushort> used)
    {
        var wanted = WithParts(font, used);
        var outlines = new MemoryStream();
        var offsets = new byte[4 * (font.GlyphCount + 1)];
        for (var glyph = 0; glyph < font.GlyphCount; glyph++)
        {
            if (wanted.Contains((ushort)glyph))
                outlines.Write(font.OutlineOf(glyph));
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
            BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan(4 * (glyph + 1)), (int)outlines.Length);
        }

        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { ["glyf"] = outlines.ToArray(), ["loca"] = offsets };
        foreach (var name in Kept.Where(name => !font.Table(name).IsEmpty))
            tables[name] = font.Table(name).ToArray();
        // The table of offsets is in its long form now.
        BinaryPrimitives.WriteUInt16BigEndian(tables["head"].AsSpan(50), 1);
        return Assemble(tables);
    }

    /// <summary>The signs in use, those that they are put together from ("é" from "e" and an accent), and the box for the unknown.</summary>
    private static HashSet<ushort> WithParts(TrueTypeFont font, IEnumerable<ushort> used)
    {
        var wanted = new HashSet<ushort>();
        var open = new Stack<ushort>(used.Append((ushort)0));
        while (open.TryPop(out var glyph))
        {
            if (!wanted.Add(glyph))
                continue;
            foreach (var part in PartsOf(font.OutlineOf(glyph)))
                open.Push(part);
        }

        return wanted;
    }

    private static List<ushort> PartsOf(ReadOnlySpan<byte> outline)
    {
        const int wordArguments = 0x1, oneScale = 0x8, more = 0x20, twoScales = 0x40, matrix = 0x80;
        var parts = new List<ushort>();
        if (outline.IsEmpty || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            return parts;

        for (int at = 10, flags = more; (flags & more) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += 4 + ((flags & wordArguments) != 0 ? 4 : 2);
            at += (flags & matrix) != 0 ? 8 : (flags & twoScales) != 0 ? 4 : (flags & oneScale) != 0 ? 2 : 0;
        }

        return parts;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var file = new byte[12 + (16 * tables.Count) + tables.Values.Sum(Padded)];
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((16 * tables.Count) - (16 << power)));
        int entry = 12, at = 12 + (16 * tables.Count);
        foreach (var (name, bytes) in tables)
        {
            bytes.CopyTo(file, at);
            Encoding.ASCII.GetBytes(name, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Checksum(file.AsSpan(at, Padded(bytes))));
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 8), at);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 12), bytes.Length);
            (entry, at) = (entry + 16, at + Padded(bytes));
        }

        return file;
    }

    private static int Padded(byte[] bytes) => (bytes.Length + 3) & ~3;

    private static uint Checksum(ReadOnlySpan<byte> table)
    {
        var sum = 0u;
        for (var at = 0; at < table.Length; at += 4)
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(table[at..]));
        return sum;
    }
}
