using System.Globalization;
using System.Text;

namespace TicketWeb.Platform.Pdf;

/// <summary>
/// A PDF file of text and shapes (ISO 32000-1), with the letters in use embedded and their characters noted, so that text can be selected,
/// searched and read aloud. It does what tickets and receipts need and no more.
/// </summary>
public sealed class PdfDocument
{
    private readonly List<PdfPage> _pages = [];
    private readonly Dictionary<TrueTypeFont, (string Name, SortedDictionary<ushort, Rune> Used)> _fonts = [];

    public required string Title { get; init; }

    public required string Author { get; init; }

    /// <summary>The language of its text, as a BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    public PdfPage AddPage()
    {
        var page = new PdfPage(this);
        _pages.Add(page);
        return page;
    }

    public byte[] ToBytes()
    {
        var file = new PdfFile();
        int catalog = file.Reserve(), tree = file.Reserve(), info = file.Reserve();
        var fonts = _fonts.Select(font => $"/{font.Value.Name} {WriteFont(file, font.Key, font.Value.Used)} 0 R").ToList();
        var pages = _pages.Select(page => WritePage(file, page, tree, string.Join(' ', fonts))).ToList();
        file.Write(tree, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(page => $"{page} 0 R"))}] >>");
        file.Write(info, $"<< /Title {Text(Title)} /Author {Text(Author)} /Creator {Text("TicketWeb")} >>");
        file.Write(catalog, $"<< /Type /Catalog /Pages {tree} 0 R /Lang {Text(Language)} /ViewerPreferences << /DisplayDocTitle true >> >>");
        return file.ToBytes(catalog, info);
    }

    /// <summary>Notes that a font is used for a text, and gives its name here and the text as the numbers of its signs.</summary>
    internal (string Name, string Glyphs) Use(TrueTypeFont font, string text)
    {
        if (!_fonts.TryGetValue(font, out var entry))
            _fonts[font] = entry = ($"F{_fonts.Count + 1}", []);
        var glyphs = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = font.GlyphOf(rune);
            entry.Used.TryAdd(glyph, rune);
            glyphs.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
        }

        return (entry.Name, glyphs.ToString());
    }

    private static int WritePage(PdfFile file, PdfPage page, int tree, string fonts)
    {
        var drawing = file.WriteStream("", Encoding.ASCII.GetBytes(page.Drawing));
        return file.Write(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfPage.Width} {PdfPage.Height}] /Resources << /Font << {fonts} >> >> /Contents {drawing} 0 R >>"));
    }

    private static int WriteFont(PdfFile file, TrueTypeFont font, SortedDictionary<ushort, Rune> used)
    {
        // Six letters before the name say that it is a part of the font only.
        var name = "TICKET+" + font.Name;
        var program = TrueTypeSubset.Of(font, used.Keys);
        var data = file.WriteStream($"/Length1 {program.Length}", program);
        var descriptor = file.Write($"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{string.Join(' ', font.Box)}] /ItalicAngle 0 /Ascent {font.Ascent} /Descent {font.Descent} /CapHeight {font.Ascent} /StemV 80 /FontFile2 {data} 0 R >>");
        var widths = string.Join(' ', used.Keys.Select(glyph => $"{glyph} [{font.AdvanceOf(glyph)}]"));
        var signs = file.Write($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /W [{widths}] >>");
        var characters = file.WriteStream("", Encoding.ASCII.GetBytes(CharactersOf(used)));
        return file.Write($"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{signs} 0 R] /ToUnicode {characters} 0 R >>");
    }

    /// <summary>Which character each sign stands for, in blocks of a hundred as the format wants.</summary>
    private static string CharactersOf(SortedDictionary<ushort, Rune> used)
    {
        var map = new StringBuilder("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange <0000> <FFFF> endcodespacerange

            """);
        foreach (var block in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (glyph, rune) in block)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(rune.ToString()))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }

    /// <summary>Text of any script, in hexadecimal so that nothing in it means something to the format.</summary>
    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}
