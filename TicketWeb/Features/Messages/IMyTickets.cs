using TicketWeb.Kernel;

namespace TicketWeb.Features.Messages;

/// <summary>"Where are my tickets?"</summary>
public interface IMyTickets
{
    /// <summary>
    /// Writes to an address what was bought with it and is still to come. The answer is the same, and takes as long, whether there is anything
    /// to send or not; only what is no address at all is refused.
    /// </summary>
    Task<Outcome<Done>> SendAsync(string? email, CancellationToken cancel);
}
