namespace TicketWeb.Components.Design.Art.Scenes;

/// <summary>Voices meeting: overlapping rounds, or speech in turns.</summary>
internal static class TalkScene
{
    public static void Draw(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        canvas.Ground(palette.Deep, palette.Ground);
        if (dice.Chance(0.5))
            Rounds(canvas, dice, palette);
        else
            Turns(canvas, dice, palette);
    }

    private static void Rounds(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        for (var i = 0; i < 5; i++)
        {
            var (x, y, radius) = (80 + (i * 120), 240 + dice.Between(-70, 70), dice.Between(80, 150));
            canvas.Disc(x, y, radius, palette.Turn(i), 0.8);
            if (dice.Chance(0.6))
                canvas.Ring(x, y, radius + 16, 3, palette.Light, 0.6);
        }
    }

    private static void Turns(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        var y = 50d;
        for (var i = 0; i < 3; i++)
        {
            var (width, height) = (dice.Between(260, 420), dice.Between(92, 118));
            var left = i % 2 == 0;
            var x = left ? dice.Between(40, 90) : 600 - width - dice.Between(0, 40);
            var fill = palette.Turn(i);
            canvas.Rect(x, y, width, height, fill, 44);
            var foot = left ? x + 60 : x + width - 60;
            canvas.Shape($"M{foot - 24:0} {y + height - 4:0}h48l{(left ? -44 : 44)} 34z", fill);
            for (var line = 0; line < 2; line++)
                canvas.Rect(x + 44, y + (height * (line == 0 ? 0.32 : 0.56)), (width - 88) * dice.Between(0.5, 1), 11, palette.Ground, 5, 0.5);
            y += height + 32;
        }
    }
}
