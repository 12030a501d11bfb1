using Microsoft.AspNetCore.SignalR;

namespace TicketWeb.Platform.Live;

/// <summary>Open pages listen here to one subject each. Nothing is asked of them but the subject's id, and nothing private is sent.</summary>
public sealed class LiveHub(ILiveCounts counts) : Hub
{
    /// <summary>Joins a subject's listeners and answers with the counts of now, so that a page that was drawn a while ago catches up.</summary>
    public async Task<object> Join(Guid subject)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, subject.ToString(), Context.ConnectionAborted);
        return await counts.CountsAsync(subject, Context.ConnectionAborted);
    }
}
