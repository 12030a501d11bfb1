namespace TicketWeb.Platform.Live;

/// <summary>Says what the listeners of a subject (an event, by its id) are sent when it has changed. The public sees it.</summary>
public interface ILiveCounts
{
    Task<object> CountsAsync(Guid subject, CancellationToken cancel);
}
