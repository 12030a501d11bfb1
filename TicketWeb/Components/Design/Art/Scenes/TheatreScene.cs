namespace TicketWeb.Components.Design.Art.Scenes;

/// <summary>A curtain, a pool of light, and what stands in it.</summary>
internal static class TheatreScene
{
    public static void Draw(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        canvas.Ground(palette.Ground, "#0d0a12", downwards: true);
        var centre = dice.Between(270, 370);
        canvas.Shape($"M{centre - 40:0} -10h80L{centre + 170:0} 410H{centre - 170:0}z", canvas.Gradient(palette.Light, palette.Light, downwards: true, fromOpacity: 0.75, toOpacity: 0.15));
        canvas.Oval(centre, 410, 172, 36, palette.Light, 0.9);
        Player(canvas, dice, palette, centre);
        Curtain(canvas, dice, palette);
    }

    private static void Player(ArtCanvas canvas, ArtDice dice, ArtPalette palette, double x)
    {
        switch (dice.Below(3))
        {
            case 0:
                canvas.Shape($"M{x - 52:0} 410q10 -170 52 -178q42 8 52 178z", palette.Voice);
                canvas.Disc(x, 206, 34, palette.Second);
                break;
            case 1:
                canvas.Rect(x - 58, 300, 116, 14, palette.Voice, 7);
                canvas.Stroke($"M{x - 46:0} 314L{x - 58:0} 412M{x + 46:0} 314L{x + 58:0} 412M{x - 50:0} 300V196h100V300", palette.Voice, 13);
                break;
            default:
                canvas.Shape($"M{x - 78:0} 214h104v76a52 56 0 0 1 -104 0z", palette.Voice);
                canvas.Stroke($"M{x - 50:0} 296q24 26 50 0M{x - 56:0} 248h18M{x - 10:0} 248h18", palette.Ground, 7);
                canvas.Shape($"M{x - 8:0} 262h96v74a48 52 0 0 1 -96 0z", palette.Second, 0.96);
                canvas.Stroke($"M{x + 18:0} 358q22 -24 46 0M{x + 12:0} 300h18M{x + 50:0} 300h18", palette.Ground, 7);
                break;
        }
    }

    private static void Curtain(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        var width = dice.Between(30, 38);
        for (var i = 0; i < 5; i++)
        {
            var drop = 480 - (i * i * dice.Between(6, 12));
            var fill = canvas.Gradient(i % 2 == 0 ? palette.Deep : palette.Voice, palette.Ground, downwards: true);
            canvas.Rect(i * width, -20, width + 1, drop + 20, fill, 15);
            canvas.Rect(640 - ((i + 1) * width), -20, width + 1, drop + 20, fill, 15);
        }

        for (var i = 0; i < 8; i++)
            canvas.Shape($"M{i * 80} -2h80v24a40 40 0 0 1 -80 0z", i % 2 == 0 ? palette.Deep : palette.Voice);
    }
}
