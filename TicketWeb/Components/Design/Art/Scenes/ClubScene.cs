namespace TicketWeb.Components.Design.Art.Scenes;

/// <summary>Light in a dark room: beams that cross, or a ball of points.</summary>
internal static class ClubScene
{
    public static void Draw(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        canvas.Ground("#0b0812", palette.Ground, downwards: true);
        if (dice.Chance(0.5))
            Beams(canvas, dice, palette);
        else
            Points(canvas, dice, palette);
    }

    private static void Beams(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        for (var i = 0; i < 6; i++)
        {
            var from = 70 + (i * 100);
            var to = dice.Between(40, 600);
            var half = dice.Between(40, 95);
            canvas.Shape($"M{from} -10L{to - half:0} 490H{to + half:0}z", canvas.Gradient(palette.Turn(i), i % 2 == 0 ? palette.Deep : palette.Turn(i), downwards: true, toOpacity: 0.1), 0.6);
            canvas.Disc(from, 0, 12, palette.Light);
        }

        for (var i = 0; i < 14; i++)
            canvas.Disc(i * 50, 480 + dice.Between(-8, 14), dice.Between(30, 46), "#0b0812");
    }

    private static void Points(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        var (x, y, reach) = (dice.Between(230, 410), dice.Between(190, 260), dice.Between(200, 260));
        canvas.Disc(x, y, reach * 0.9, palette.Deep, 0.8);
        for (var row = 0; row < 13; row++)
        {
            for (var column = 0; column < 17; column++)
            {
                var (px, py) = (20 + (column * 37.5), 18 + (row * 37));
                var near = 1 - (Math.Sqrt(((px - x) * (px - x)) + ((py - y) * (py - y))) / (reach * 1.35));
                if (near > 0.08)
                    canvas.Disc(px, py, near * 17, (row + column) % 5 == 0 ? palette.Voice : (row * column) % 7 == 3 ? palette.Second : palette.Light, 0.95);
            }
        }
    }
}
