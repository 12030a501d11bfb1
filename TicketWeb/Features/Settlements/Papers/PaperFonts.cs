using TicketWeb.Platform.Pdf;

namespace TicketWeb.Features.Settlements.Papers;

/// <summary>The typeface of papers, which lies beside the app so that they look the same wherever it runs.</summary>
internal static class PaperFonts
{
    public static readonly TrueTypeFont Text = Read("Inter-Regular", "Inter_400Regular.ttf");
    public static readonly TrueTypeFont Strong = Read("Inter-SemiBold", "Inter_600SemiBold.ttf");

    private static TrueTypeFont Read(string name, string file) => new(name, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fonts", file)));
}
