using TicketWeb.Components.Design.Art.Scenes;

namespace TicketWeb.Components.Design.Art;

/// <summary>
/// The picture of an event that has none of its own: composed from its name and category alone, so that it is the same
/// on every page and every server, and no two events look alike.
/// </summary>
public static class EventArt
{
    /// <summary>The picture's width and height in its own units: 4 to 3.</summary>
    public const int Width = ArtCanvas.Width, Height = ArtCanvas.Height;

    /// <summary>
    /// SVG markup. <paramref name="category"/> is any word ("music", "talk" …), an unknown one gets the general scene.
    /// With <paramref name="lettered"/> the name is set large over the scene, as a share picture wants it.
    /// </summary>
    public static string Draw(string name, string? category, bool lettered = false)
    {
        var dice = new ArtDice(name);
        var palette = ArtPalette.All[dice.Below(ArtPalette.All.Length)];
        var canvas = new ArtCanvas();
        SceneFor(category, name).Invoke(canvas, dice, palette);
        if (lettered)
            Lettering.Draw(canvas, name, palette);
        return canvas.ToSvg(name);
    }

    private static Action<ArtCanvas, ArtDice, ArtPalette> SceneFor(string? category, string name) => category?.Trim().ToLowerInvariant() switch
    {
        "music" or "concert" or "live music" or "classical" or "jazz" => MusicScene.Draw,
        "club" or "nightlife" or "dj" or "party" => ClubScene.Draw,
        "talk" or "talks" or "literature" or "conference" => TalkScene.Draw,
        "theatre" or "theater" or "dance" or "opera" => TheatreScene.Draw,
        "comedy" => ComedyScene.Draw,
        "food" or "fair" or "food & drink" or "market" => FoodScene.Draw,
        "festival" => FestivalScene.Draw,
        "workshop" or "class" or "course" => WorkshopScene.Draw,
        "film" or "cinema" => FilmScene.Draw,
        "sport" or "sports" => (canvas, dice, palette) => SportScene.Draw(canvas, dice, palette, name),
        _ => GeneralScene.Draw,
    };
}
