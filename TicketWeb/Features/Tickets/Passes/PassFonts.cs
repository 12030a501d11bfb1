using TicketWeb.Platform.Pdf;

namespace TicketWeb.Features.Tickets.Passes;

/// <summary>The typeface of printed passes, which lies beside the app so that they look the same wherever it runs.</summary>
internal static class PassFonts
{
    public static readonly TrueTypeFont Text = Read("Inter-Regular", "Inter_400Regular.ttf");
    public static readonly TrueTypeFont Strong = Read("Inter-SemiBold", "Inter_600SemiBold.ttf");
    public static readonly TrueTypeFont Title = Read("Inter-Bold", "Inter_700Bold.ttf");

    private static TrueTypeFont Read(string name, string file) =>
        new(name, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fonts", file)));
}
