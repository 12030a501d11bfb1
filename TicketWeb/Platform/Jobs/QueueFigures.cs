namespace TicketWeb.Platform.Jobs;

/// <summary>How a queue stands.</summary>
/// <param name="Oldest">When the oldest of those that wait was written; null when none waits.</param>
/// <param name="Stuck">Given up, and nobody has decided about them.</param>
public sealed record QueueFigures(string Queue, long Waiting, DateTimeOffset? Oldest, long Stuck, long SetAside);
