namespace TicketWeb.Components.Design.Art.Scenes;

/// <summary>A board of cut paper: squares, quarters, halves and dots, never twice in the same order.</summary>
internal static class WorkshopScene
{
    private const int Side = 160;

    public static void Draw(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        canvas.Ground(palette.Light, palette.Light);
        for (var i = 0; i < 12; i++)
            Tile(canvas, dice, palette, i % 4 * Side, i / 4 * Side);
    }

    private static void Tile(ArtCanvas canvas, ArtDice dice, ArtPalette palette, int x, int y)
    {
        string[] inks = [palette.Ground, palette.Deep, palette.Voice, palette.Second, palette.Light];
        var under = dice.Below(5);
        var (paper, ink, third) = (inks[under], inks[(under + 1 + dice.Below(3)) % 5], inks[(under + 4) % 5]);
        canvas.Rect(x, y, Side, Side, paper);
        var (right, foot) = (x + Side, y + Side);
        switch (dice.Below(7))
        {
            case 0: canvas.Shape($"M{x} {y}h160a160 160 0 0 1 -160 160z", ink); break;
            case 1: canvas.Shape($"M{right} {foot}h-160a160 160 0 0 1 160 -160z", ink); break;
            case 2:
                canvas.Disc(x + 80, y + 80, 62, ink);
                canvas.Disc(x + 80, y + 80, 26, third);
                break;
            case 3: canvas.Shape($"M{x} {foot}L{right} {y}V{foot}z", ink); break;
            case 4: canvas.Shape($"M{x} {y + 80}a80 80 0 0 1 160 0zM{x} {foot}a80 80 0 0 1 160 0z", ink); break;
            case 5:
                for (var stripe = 0; stripe < 4; stripe++)
                    canvas.Rect(x, y + (stripe * 40), Side, 20, ink);
                break;
            default:
                canvas.Shape($"M{x} {y}a80 80 0 0 1 80 80a80 80 0 0 1 80 80a80 80 0 0 1 -80 -80a80 80 0 0 1 -80 -80z", ink);
                canvas.Disc(x + 120, y + 40, 22, third);
                canvas.Disc(x + 40, y + 120, 22, third);
                break;
        }
    }
}
