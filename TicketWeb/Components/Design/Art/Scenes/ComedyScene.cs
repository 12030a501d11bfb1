namespace TicketWeb.Components.Design.Art.Scenes;

/// <summary>A burst behind a grin, or a row of faces that got the joke at different speeds.</summary>
internal static class ComedyScene
{
    public static void Draw(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        if (dice.Chance(0.5))
            Burst(canvas, dice, palette);
        else
            Row(canvas, dice, palette);
    }

    private static void Burst(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        canvas.Ground(palette.Deep, palette.Deep);
        var (x, y) = (dice.Between(250, 390), dice.Between(230, 260));
        var rays = 11 + dice.Below(5);
        var start = dice.Next();
        for (var i = 0; i < rays; i++)
        {
            var (a, b) = ((start + i) * Math.Tau / rays, (start + i + 0.5) * Math.Tau / rays);
            canvas.Shape($"M{x:0} {y:0}L{x + (620 * Math.Cos(a)):0} {y + (620 * Math.Sin(a)):0}L{x + (620 * Math.Cos(b)):0} {y + (620 * Math.Sin(b)):0}z", i % 2 == 0 ? palette.Voice : palette.Ground, 0.85);
        }

        Face(canvas, dice, x, y, 150, palette.Light, palette.Ground, palette.Second);
    }

    private static void Row(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        canvas.Ground(palette.Ground, palette.Deep);
        for (var i = 0; i < 6; i++)
        {
            var (x, y) = (110 + (i % 3 * 210), 130 + (i / 3 * 215));
            Face(canvas, dice, x + dice.Between(-14, 14), y, 88, palette.Turn(i + dice.Below(3)), palette.Ground, palette.Deep);
        }
    }

    private static void Face(ArtCanvas canvas, ArtDice dice, double x, double y, double r, string skin, string ink, string tongue)
    {
        canvas.Disc(x, y, r, skin);
        var (open, eye, apart) = (dice.Between(0.35, 0.75), y - (r * 0.22), r * 0.36);
        if (dice.Chance(0.5))
        {
            canvas.Stroke($"M{x - apart - (r * .14):0} {eye:0}q{r * .14:0} {-r * .2:0} {r * .28:0} 0M{x + apart - (r * .14):0} {eye:0}q{r * .14:0} {-r * .2:0} {r * .28:0} 0", ink, r * 0.075);
        }
        else
        {
            canvas.Disc(x - apart, eye, r * 0.1, ink);
            canvas.Disc(x + apart, eye, r * 0.1, ink);
        }

        canvas.Shape($"M{x - (r * .52):0} {y + (r * .1):0}h{r * 1.04:0}a{r * .52:0} {r * open:0} 0 0 1 {-r * 1.04:0} 0z", ink);
        canvas.Oval(x, y + (r * (0.1 + (open * 0.72))), r * 0.22, r * open * 0.2, tongue);
    }
}
