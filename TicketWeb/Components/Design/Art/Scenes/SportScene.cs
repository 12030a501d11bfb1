namespace TicketWeb.Components.Design.Art.Scenes;

/// <summary>Lanes round a bend, or a ball and the line it took.</summary>
internal static class SportScene
{
    public static void Draw(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        canvas.Ground(palette.Deep, palette.Ground);
        if (dice.Chance(0.5))
            Lanes(canvas, dice, palette);
        else
            Ball(canvas, dice, palette);
    }

    private static void Lanes(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        var (x, y) = (dice.Between(-30, 60), dice.Between(470, 540));
        for (var i = 0; i < 7; i++)
        {
            canvas.Ring(x, y, 130 + (i * 66), 58, i % 2 == 0 ? palette.Voice : palette.Second, 0.95);
            canvas.Ring(x, y, 163 + (i * 66), 4, palette.Light, 0.9);
        }

        for (var i = 0; i < 4; i++)
        {
            var (lane, angle) = (130 + (dice.Below(6) * 66), dice.Between(-1.3, -0.35));
            canvas.Disc(x + (lane * Math.Cos(angle)), y + (lane * Math.Sin(angle)), 22, i % 2 == 0 ? palette.Ground : palette.Light);
        }
    }

    private static void Ball(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        var (x, y) = (dice.Between(400, 500), dice.Between(140, 220));
        for (var i = 0; i < 6; i++)
            canvas.Stroke($"M{-40 + (i * 10)} {500 - (i * 60)}Q{180 + (i * 18)} {y + 190 - (i * 44):0} {x:0} {y - 50 + (i * 20):0}", palette.Turn(i), 15, 0.9);
        canvas.Disc(x, y, 104, palette.Light);
        var bend = dice.Between(4, 30);
        canvas.Stroke($"M{x - 66:0} {y - 76:0}Q{x - bend + 14:0} {y:0} {x - 66:0} {y + 76:0}M{x + 66:0} {y - 76:0}Q{x + bend - 14:0} {y:0} {x + 66:0} {y + 76:0}", palette.Ground, 7);
    }
}
