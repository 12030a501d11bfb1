namespace TicketWeb.Platform.Security;

/// <summary>What is answered instead of what was asked for, in words for people and programs.</summary>
/// <param name="Back">The page that is to be loaded again; null where that is no way on.</param>
public sealed record Failure(int Status, string Heading, string Sentence, string? Back = null)
{
    /// <summary>What was not read, where it may be sent again.</summary>
    public RefusedForm? Refused { get; init; }

    /// <param name="wait">How long whoever asks is to wait, where that is known.</param>
    public static Failure Of(int status, TimeSpan? wait = null) => status switch
    {
        403 => new(status, "This page is for someone else", "You are signed in, but without the permission this page needs. Whoever runs your organization can give it to you."),
        404 => new(status, "There is no such page", "The address may be mistyped, or the event has been taken down. If you hold a ticket, it is safe under My tickets."),
        410 => new(status, "This event has gone", "It has been taken down by its organizer. If you hold a ticket, it is safe under My tickets."),
        413 => new(status, "That is too big", "More was sent than we take at once. Send something smaller."),
        429 => new(status, "A little too fast", $"Many requests came from here at once. Wait {(wait is { } known ? Spoken(known) : "a moment")} and try again; nothing is lost."),
        503 => new(status, "Back in a moment", "We are putting something right. Reserved and paid tickets are safe; try again in a minute."),
        >= 400 and < 500 => new(status, "We cannot read that", "What was sent here is broken or belongs somewhere else. Go back and try again; nothing was changed."),
        _ => new(status, "That was our fault", "Something went wrong on our side and has been noted. Nothing was charged by this page; try again, or come back in a few minutes."),
    };

    /// <summary>For a form whose page is older than the keys that its token was made with, or was opened as somebody else.</summary>
    public static Failure StaleForm(string? page) =>
        new(StatusCodes.Status400BadRequest, "Nothing was sent", "This page was open for too long. Load it again and send the form once more.", page);

    private static string Spoken(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds) switch
    {
        <= 1 => "a second",
        <= 90 and var seconds => $"{seconds} seconds",
        var seconds => $"{Math.Ceiling(seconds / 60)} minutes",
    };
}
