using TicketWeb.Kernel;

namespace TicketWeb.Platform.Files;

/// <summary>A small file can unpack to more pixels than a server has room for.</summary>
public sealed record PictureTooBig(int MostMegapixels) : Refusal("picture_too_big", $"This picture has more than {MostMegapixels} megapixels. Save it smaller and try again.");
