namespace TicketWeb.Components.Design.Art.Scenes;

/// <summary>A strip of film across the frame, or a projector's cone over rows of heads.</summary>
internal static class FilmScene
{
    public static void Draw(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        if (dice.Chance(0.5))
            Screening(canvas, dice, palette);
        else
            Strip(canvas, dice, palette);
    }

    private static void Screening(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        canvas.Ground("#0d0a12", palette.Ground, downwards: true);
        canvas.Rect(70, 44, 500, 250, canvas.Gradient(palette.Deep, palette.Voice), 8);
        canvas.Disc(dice.Between(180, 460), dice.Between(130, 200), dice.Between(46, 76), palette.Light);
        var ridge = dice.Between(190, 240);
        canvas.Shape($"M70 {ridge + 30:0}L{dice.Between(150, 220):0} {ridge - 40:0}L{dice.Between(270, 330):0} {ridge + 20:0}L{dice.Between(390, 450):0} {ridge - 60:0}L570 {ridge + 34:0}V286a8 8 0 0 1 -8 8H78a8 8 0 0 1 -8 -8z", palette.Ground);
        canvas.Shape($"M70 294L-60 500H700L570 294z", palette.Light, 0.1);
        for (var row = 0; row < 2; row++)
        {
            for (var i = 0; i < 8; i++)
            {
                var x = (i * 88) + (row * 44) - 6;
                var y = 396 + (row * 58) + dice.Between(-7, 7);
                canvas.Disc(x, y, 25, row == 0 ? palette.Ground : "#0d0a12");
                canvas.Rect(x - 40, y + 20, 80, 90, row == 0 ? palette.Ground : "#0d0a12", 30);
            }
        }
    }

    private static void Strip(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        canvas.Ground(palette.Deep, palette.Ground);
        canvas.Rect(-20, 96, 680, 288, "#0d0a12");
        for (var i = 0; i < 15; i++)
        {
            canvas.Rect(8 + (i * 44), 110, 20, 26, palette.Light, 5, 0.9);
            canvas.Rect(8 + (i * 44), 344, 20, 26, palette.Light, 5, 0.9);
        }

        for (var frame = 0; frame < 3; frame++)
        {
            var x = 14 + (frame * 208);
            canvas.Rect(x, 150, 196, 180, palette.Turn(frame), 6);
            canvas.Disc(x + dice.Between(60, 136), 200 + (frame * 22), 34, frame == 2 ? palette.Voice : palette.Light);
            canvas.Shape($"M{x} {300 - dice.Between(0, 40):0}q50 -46 98 -6t98 {dice.Between(-24, 14):0}v32a6 6 0 0 1 -6 6h-184a6 6 0 0 1 -6 -6z", palette.Ground);
        }
    }
}
