namespace TicketWeb.Components.Design.Art.Scenes;

/// <summary>Sound made visible: rising pipes before a moon, a record's grooves, or a field of strings.</summary>
internal static class MusicScene
{
    public static void Draw(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        canvas.Ground(palette.Ground, palette.Deep);
        dice.Pick<Action<ArtCanvas, ArtDice, ArtPalette>>(Pipes, Record, Strings)(canvas, dice, palette);
    }

    private static void Pipes(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        canvas.Disc(dice.Between(380, 520), dice.Between(110, 170), dice.Between(64, 110), palette.Light, 0.95);
        var count = 8 + dice.Below(5);
        var pitch = 640d / count;
        var phase = dice.Between(0, 6);
        for (var i = 0; i < count; i++)
        {
            var top = 250 + (110 * Math.Sin(phase + (i * 0.8))) + dice.Between(-50, 50);
            canvas.Rect((i * pitch) + (pitch * 0.16), top, pitch * 0.68, 620, palette.Turn(i + dice.Below(2)), pitch * 0.34, dice.Between(0.72, 1));
        }
    }

    private static void Record(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        var (x, y) = (dice.Chance(0.5) ? dice.Between(90, 240) : dice.Between(400, 560), dice.Between(200, 430));
        canvas.Disc(x, y, 330, palette.Ground, 0.75);
        for (var radius = 318; radius > 130; radius -= 14 + dice.Below(12))
            canvas.Ring(x, y, radius, dice.Pick(1.5, 2.5, 5), palette.Turn(dice.Below(3)), dice.Between(0.35, 0.9));
        var label = dice.Below(3);
        canvas.Disc(x, y, 112, palette.Turn(label));
        canvas.Shape($"M{x:0} {y - 112:0}a112 112 0 0 1 0 224z", palette.Turn(label + 1));
        canvas.Disc(x, y, 13, palette.Ground);
        canvas.Disc(x > 320 ? dice.Between(70, 170) : dice.Between(470, 570), dice.Between(70, 400), dice.Between(26, 60), palette.Turn(label + 2), 0.95);
    }

    private static void Strings(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        var centre = dice.Between(220, 420);
        canvas.Disc(centre, 130, dice.Between(80, 120), palette.Second, 0.95);
        for (var i = 0; i < 13; i++)
        {
            var y = 130 + (i * 27);
            var height = dice.Between(30, 120) * (0.5 + (i / 16d));
            var peak = centre + dice.Between(-60, 60);
            canvas.Shape($"M-10 {y:0}C{peak - 190:0} {y:0} {peak - 120:0} {y - height:0} {peak - 40:0} {y - (height * 0.5):0}S{peak + 60:0} {y - height:0} {peak + 100:0} {y - 12:0}S{peak + 220:0} {y:0} 650 {y:0}V500H-10z", palette.Ground);
            canvas.Stroke($"M-10 {y:0}C{peak - 190:0} {y:0} {peak - 120:0} {y - height:0} {peak - 40:0} {y - (height * 0.5):0}S{peak + 60:0} {y - height:0} {peak + 100:0} {y - 12:0}S{peak + 220:0} {y:0} 650 {y:0}", i % 4 == 1 ? palette.Voice : palette.Light, 2.5, 0.5 + (i / 26d));
        }
    }
}
