namespace TicketWeb.Components.Design.Art.Scenes;

/// <summary>A table seen from above: plates, slices, leaves and an awning's stripes.</summary>
internal static class FoodScene
{
    public static void Draw(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        canvas.Ground(palette.Deep, palette.Ground);
        if (dice.Chance(0.5))
            Awning(canvas, palette);

        for (var i = 0; i < 6; i++)
        {
            var (x, y) = (106 + (i % 3 * 214) + dice.Between(-16, 16), 170 + (i / 3 * 200) + dice.Between(-14, 14));
            dice.Pick<Action<ArtCanvas, ArtDice, ArtPalette, double, double>>(Plate, Slice, Leaf)(canvas, dice, palette, x, y);
        }
    }

    private static void Awning(ArtCanvas canvas, ArtPalette palette)
    {
        for (var i = 0; i < 10; i++)
            canvas.Shape($"M{i * 64} -2h64v50a32 32 0 0 1 -64 0z", i % 2 == 0 ? palette.Light : palette.Voice);
    }

    private static void Plate(ArtCanvas canvas, ArtDice dice, ArtPalette palette, double x, double y)
    {
        var colour = dice.Below(2);
        canvas.Disc(x, y, 88, palette.Light);
        canvas.Ring(x, y, 68, 3, palette.Deep, 0.35);
        canvas.Disc(x - 14, y + 4, 36, palette.Turn(colour));
        canvas.Disc(x + 26, y - 12, 22, palette.Turn(colour + 1), 0.95);
        canvas.Disc(x + 18, y + 28, 13, palette.Deep);
    }

    private static void Slice(ArtCanvas canvas, ArtDice dice, ArtPalette palette, double x, double y)
    {
        var rind = palette.Turn(dice.Below(2));
        canvas.Disc(x, y, 84, rind);
        canvas.Disc(x, y, 72, palette.Light);
        var turn = dice.Next();
        for (var i = 0; i < 8; i++)
        {
            var (a, b) = ((turn + i + 0.08) * Math.Tau / 8, (turn + i + 0.92) * Math.Tau / 8);
            canvas.Shape($"M{x + (8 * Math.Cos((a + b) / 2)):0} {y + (8 * Math.Sin((a + b) / 2)):0}L{x + (62 * Math.Cos(a)):0} {y + (62 * Math.Sin(a)):0}A62 62 0 0 1 {x + (62 * Math.Cos(b)):0} {y + (62 * Math.Sin(b)):0}z", rind);
        }
    }

    private static void Leaf(ArtCanvas canvas, ArtDice dice, ArtPalette palette, double x, double y)
    {
        var fill = palette.Turn(dice.Below(2));
        for (var i = 0; i < 5; i++)
        {
            var angle = -Math.PI / 2 + ((i - 2) * 0.62);
            var (tx, ty) = (x + (96 * Math.Cos(angle)), y + 70 + (150 * Math.Sin(angle)));
            var (nx, ny) = (-Math.Sin(angle) * 34, Math.Cos(angle) * 34);
            var (mx, my) = ((x + tx) / 2, (y + 70 + ty) / 2);
            canvas.Shape($"M{x:0} {y + 70:0}Q{mx + nx:0} {my + ny:0} {tx:0} {ty:0}Q{mx - nx:0} {my - ny:0} {x:0} {y + 70:0}z", fill, i % 2 == 0 ? 1 : 0.75);
        }
    }
}
