using TicketWeb.Kernel;

namespace TicketWeb.Platform.Files;

/// <summary>Something else than a JPEG, PNG or WebP picture, a broken one, or one that hides something else.</summary>
public sealed record NotAPicture() : Refusal("not_a_picture", "This is not a picture that can be used. Choose a JPEG, PNG or WebP file.");
