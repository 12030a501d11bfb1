namespace TicketWeb.Platform.Files;

/// <summary>The formats that every browser shows and that carry no script.</summary>
public enum PictureFormat
{
    Jpeg,
    Png,
    WebP,
}
