using System.Text.RegularExpressions;

namespace TicketWeb.Components.Design.Art.Scenes;

/// <summary>Where the name says that people run: a road into a low sun. Else lanes round a bend, or a ball and the line it took.</summary>
internal static partial class SportScene
{
    public static void Draw(ArtCanvas canvas, ArtDice dice, ArtPalette palette, string name)
    {
        if (Race().IsMatch(name))
        {
            Road(canvas, dice, palette);
            return;
        }

        canvas.Ground(palette.Deep, palette.Ground);
        if (dice.Chance(0.5))
            Lanes(canvas, dice, palette);
        else
            Ball(canvas, dice, palette);
    }

    private static void Road(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        const int horizon = 236;
        canvas.Ground(palette.Ground, palette.Second, downwards: true);
        var (x, bend) = (dice.Between(240, 400), dice.Between(70, 120) * (dice.Chance(0.5) ? 1 : -1));
        for (var i = 3; i >= 0; i--)
            canvas.Disc(x, horizon, 64 + (i * 40), palette.Light, i == 0 ? 1 : 0.4 - (i * 0.09));
        canvas.Shape($"M-5 {horizon + 4}C120 {horizon - dice.Between(20, 70):0} 220 {horizon + 10} 320 {horizon}S540 {horizon - dice.Between(20, 70):0} 645 {horizon}V490H-5z", palette.Deep);
        canvas.Shape($"M{x - 260:0} 490C{x - 170:0} 400 {x + bend:0} 340 {x - 8:0} {horizon + 2}H{x + 8:0}C{x + bend + 70:0} 340 {x + 190:0} 400 {x + 270:0} 490z", palette.Light, 0.92);
        for (var i = 0; i < 5; i++)
        {
            var size = 0.34 + (i * 0.2);
            var near = i / 4d;
            var middle = x + (bend * 0.8 * (1 - near) * (0.4 + near)) + (near * dice.Between(-40, 40));
            Runner(canvas, middle + (dice.Between(36, 60) * (i % 2 == 0 ? -size : size)), 268 + (near * 176), size, palette.Turn(i % 2), palette.Ground);
        }
    }

    /// <summary>Somebody in mid-stride whose feet are at this point.</summary>
    private static void Runner(ArtCanvas canvas, double x, double y, double size, string shirt, string ink)
    {
        var s = size;
        canvas.Stroke($"M{x:0} {y - (52 * s):0}L{x + (20 * s):0} {y - (30 * s):0}L{x + (8 * s):0} {y:0}M{x:0} {y - (52 * s):0}L{x - (8 * s):0} {y - (26 * s):0}L{x - (32 * s):0} {y - (20 * s):0}", ink, 11 * s);
        canvas.Stroke($"M{x + (6 * s):0} {y - (90 * s):0}L{x + (24 * s):0} {y - (72 * s):0}L{x + (36 * s):0} {y - (84 * s):0}M{x + (6 * s):0} {y - (90 * s):0}L{x - (16 * s):0} {y - (78 * s):0}L{x - (20 * s):0} {y - (60 * s):0}", ink, 8 * s);
        canvas.Stroke($"M{x + (6 * s):0} {y - (92 * s):0}L{x:0} {y - (56 * s):0}", shirt, 22 * s);
        canvas.Disc(x + (12 * s), y - (116 * s), 14 * s, ink);
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
        // Of no game in particular.
        canvas.Disc(x, y, 104, palette.Light);
        canvas.Shape($"M{x - 62:0} {y + 83:0}A104 104 0 0 0 {x + 83:0} {y - 62:0}A120 120 0 0 1 {x - 62:0} {y + 83:0}z", palette.Ground, 0.25);
    }

    [GeneratedRegex(@"\b(run|runs|running|race|races|marathon|relay|mile|miles|\d+ ?km?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Race();
}
