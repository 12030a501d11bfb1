namespace TicketWeb.Components.Design.Art.Scenes;

/// <summary>Cut-paper waves under a round light, for everything that fits no other scene.</summary>
internal static class GeneralScene
{
    public static void Draw(ArtCanvas canvas, ArtDice dice, ArtPalette palette)
    {
        canvas.Ground(palette.Ground, palette.Deep);
        canvas.Disc(dice.Between(360, 540), dice.Between(90, 160), dice.Between(44, 84), palette.Light);
        string[] layers = [palette.Deep, palette.Voice, palette.Second, palette.Light, palette.Deep];
        for (var i = 0; i < layers.Length; i++)
        {
            var top = 190 + (i * 62);
            canvas.Shape($"M-5 {top:0}Q{dice.Between(90, 230):0} {top - dice.Between(30, 150):0} 320 {top + dice.Between(-20, 50):0}T645 {top + dice.Between(-50, 40):0}V490H-5z", layers[i], 0.95);
        }
    }
}
