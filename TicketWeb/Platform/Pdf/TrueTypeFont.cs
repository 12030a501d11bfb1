using System.Buffers.Binary;
using System.Text;

namespace TicketWeb.Platform.Pdf;

/// <summary>What a TrueType file says about its signs: which one stands for a character, how wide it is, and its outline.</summary>
public sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];
    private readonly Dictionary<int, ushort> _glyphs = [];
    private readonly int _wideMetrics;
    private readonly bool _longOffsets;

    /// <summary>Reads a font with TrueType outlines.</summary>
    /// <param name="name">The PostScript name that stands in files made with it.</param>
    /// <param name="file">The bytes of a .ttf file.</param>
    public TrueTypeFont(string name, byte[] file)
    {
        (Name, _file) = (name, file);
        for (var i = 0; i < UInt16(4); i++)
        {
            var entry = 12 + (16 * i);
            _tables[Encoding.ASCII.GetString(file, entry, 4)] = (Int32(entry + 8), Int32(entry + 12));
        }

        UnitsPerEm = UInt16(At("head") + 18);
        _longOffsets = UInt16(At("head") + 50) == 1;
        GlyphCount = UInt16(At("maxp") + 4);
        _wideMetrics = UInt16(At("hhea") + 34);
        Ascent = Scaled(Int16(At("hhea") + 4));
        Descent = Scaled(Int16(At("hhea") + 6));
        Box = [.. Enumerable.Range(0, 4).Select(i => Scaled(Int16(At("head") + 36 + (2 * i))))];
        ReadCharacters();
    }

    public string Name { get; }

    public int GlyphCount { get; }

    /// <summary>Thousandths of the font's size above and (negative) below the baseline.</summary>
    public int Ascent { get; }

    public int Descent { get; }

    /// <summary>Left, bottom, right and top of all signs together, in thousandths.</summary>
    public IReadOnlyList<int> Box { get; }

    private int UnitsPerEm { get; }

    /// <summary>The sign for a character; 0, an empty box in most fonts, where it has none.</summary>
    public ushort GlyphOf(Rune character) => _glyphs.GetValueOrDefault(character.Value);

    /// <summary>How far a sign moves the pen, in thousandths of the font's size.</summary>
    public int AdvanceOf(ushort glyph) => Scaled(UInt16(At("hmtx") + (4 * Math.Min(glyph, _wideMetrics - 1))));

    /// <summary>How long a text is at a size.</summary>
    public double WidthOf(string text, double size) => text.EnumerateRunes().Sum(rune => AdvanceOf(GlyphOf(rune))) * size / 1000;

    /// <summary>The bytes of a table; empty where the font has none of that name.</summary>
    public ReadOnlySpan<byte> Table(string name) => _tables.TryGetValue(name, out var table) ? _file.AsSpan(table.Offset, table.Length) : [];

    /// <summary>The outline of a sign; empty for a blank.</summary>
    public ReadOnlySpan<byte> OutlineOf(int glyph)
    {
        var from = OutlineOffset(glyph);
        return _file.AsSpan(At("glyf") + from, OutlineOffset(glyph + 1) - from);
    }

    private int OutlineOffset(int glyph) => _longOffsets ? Int32(At("loca") + (4 * glyph)) : 2 * UInt16(At("loca") + (2 * glyph));

    /// <summary>Format 12 where there is one, for it holds every plane; else format 4.</summary>
    private void ReadCharacters()
    {
        var table = At("cmap");
        var maps = Enumerable.Range(0, UInt16(table + 2)).Select(i => table + Int32(table + 4 + (8 * i) + 4)).ToLookup(at => UInt16(at));
        foreach (var map in maps[12].Take(1))
            ReadGroups(map);
        if (_glyphs.Count == 0)
            ReadSegments(maps[4].First());
    }

    private void ReadGroups(int map)
    {
        for (var i = 0; i < Int32(map + 12); i++)
        {
            var group = map + 16 + (12 * i);
            int first = Int32(group), last = Int32(group + 4), glyph = Int32(group + 8);
            for (var code = first; code <= last; code++)
                _glyphs[code] = (ushort)(glyph + code - first);
        }
    }

    private void ReadSegments(int map)
    {
        var twice = UInt16(map + 6);
        for (var i = 0; i < twice; i += 2)
        {
            int ends = map + 14 + i, starts = ends + twice + 2, deltas = starts + twice, ranges = deltas + twice;
            for (int code = UInt16(starts); code <= UInt16(ends) && code != 0xFFFF; code++)
            {
                var range = UInt16(ranges);
                var glyph = range == 0 ? code : UInt16(ranges + range + (2 * (code - UInt16(starts))));
                if (range == 0 || glyph != 0)
                    _glyphs[code] = (ushort)(glyph + UInt16(deltas));
            }
        }
    }

    private int At(string table) => _tables[table].Offset;

    private int Scaled(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm);

    private ushort UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));

    private short Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(_file.AsSpan(at));

    private int Int32(int at) => BinaryPrimitives.ReadInt32BigEndian(_file.AsSpan(at));
}
