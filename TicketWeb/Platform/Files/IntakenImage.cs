namespace TicketWeb.Platform.Files;

/// <summary>A picture that is fit to be shown.</summary>
public sealed record IntakenImage(byte[] Bytes, string ContentType, int Width, int Height);
