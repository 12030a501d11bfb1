namespace TicketWeb.Platform.Mail;

/// <summary>A file in a letter.</summary>
/// <param name="Name">What it is called when saved.</param>
/// <param name="ContentType">As in "image/png".</param>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentId">Set for a picture that the HTML shows as <c>cid:…</c>; null for an attachment.</param>
public sealed record LetterPart(string Name, string ContentType, byte[] Content, string? ContentId = null);
