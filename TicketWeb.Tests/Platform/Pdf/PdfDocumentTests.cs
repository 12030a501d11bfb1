using System.Globalization;
using Shouldly;
using TicketWeb.Platform.Pdf;
using Xunit;

namespace TicketWeb.Tests.Platform.Pdf;

public sealed class PdfDocumentTests
{
    private static readonly TrueTypeFont Font = new("Inter", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fonts", "Inter_400Regular.ttf")));

    [Fact]
    public void The_table_at_the_end_points_at_every_object()
    {
        var read = new ReadPdf(Document("Hello", pages: 3));

        read.Pages.ShouldBe(3);
        for (var i = 0; i < read.Objects.Count; i++)
            read.Objects[i].ShouldStartWith($"{i + 1} 0 obj\n");
    }

    [Fact]
    public void Characters_of_all_scripts_can_be_copied_from_it()
    {
        var characters = new ReadPdf(Document("é ж ω ệ")).Streams.Single(s => s.Contains("begincmap", StringComparison.Ordinal));

        foreach (var letter in "éжωệ")
            characters.ShouldContain($"> <{(int)letter:X4}>");
    }

    [Fact]
    public void Only_the_letters_in_use_are_carried()
    {
        var all = Font.Table("glyf").Length;

        Document("Hello").Length.ShouldBeLessThan(30_000);
        all.ShouldBeGreaterThan(100_000);
    }

    [Fact]
    public void Numbers_are_written_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            new ReadPdf(Document("Hello")).Streams.ShouldContain(s => s.Contains("12.5 Tf", StringComparison.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static byte[] Document(string text, int pages = 1)
    {
        var document = new PdfDocument { Title = "Title", Author = "Author" };
        for (var i = 0; i < pages; i++)
            document.AddPage().Text(text, Font, 12.5, 100, 100);
        return document.ToBytes();
    }
}
