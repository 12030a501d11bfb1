namespace TicketWeb.Components.Design.Art.Scenes;

/// <summary>Hills under a low sun, with flags or lanterns over them.</summary>
internal static class FestivalScene
{
    public static void Draw(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        var night = dice.Chance(0.5);
        canvas.Ground(night ? palette.Ground : palette.Voice, night ? palette.Deep : palette.Light, downwards: true);
        var (x, y) = (dice.Between(180, 460), dice.Between(200, 260));
        for (var i = 3; i >= 0; i--)
            canvas.Disc(x, y, 60 + (i * 38), i == 0 ? palette.Light : palette.Second, i == 0 ? 1 : 0.5 - (i * 0.11));

        string[] hills = [palette.Deep, palette.Second, palette.Voice, palette.Ground];
        for (var i = 0; i < 4; i++)
        {
            var top = 270 + (i * 56);
            canvas.Shape($"M-5 {top + dice.Between(-30, 30):0}C{dice.Between(80, 180):0} {top - dice.Between(20, 90):0} {dice.Between(220, 320):0} {top + dice.Between(10, 60):0} {dice.Between(330, 400):0} {top:0}S{dice.Between(520, 580):0} {top - dice.Between(10, 70):0} 645 {top + dice.Between(-20, 30):0}V490H-5z", hills[i]);
        }

        for (var line = 0; line < 2; line++)
            Flags(canvas, dice, palette, 18 + (line * 34), dice.Between(46, 90), night);
    }

    private static void Flags(ArtCanvas canvas, ArtDice dice, ArtPalette palette, double from, double sag, bool lanterns)
    {
        var cord = lanterns ? palette.Light : palette.Ground;
        canvas.Stroke($"M-10 {from:0}Q320 {from + (2 * sag):0} 650 {from:0}", cord, 2.5, 0.8);
        var offset = dice.Between(0, 0.5);
        for (var i = 0; i < 12; i++)
        {
            var t = (i + offset) / 12;
            var (x, y) = (-10 + (660 * t), from + (4 * sag * t * (1 - t)));
            if (lanterns)
                canvas.Oval(x, y + 15, 11, 15, palette.Turn(i));
            else
                canvas.Shape($"M{x - 15:0} {y:0}h30l-15 32z", i % 3 == 0 ? palette.Ground : i % 3 == 1 ? palette.Deep : palette.Light);
        }
    }
}
