using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Platform.Security;

/// <summary>What is nobody's fault and over in a moment.</summary>
internal static class PassingFailures
{
    /// <summary>What to say to whoever waits; null where it is a fault of ours.</summary>
    public static Refusal? Passing(this Exception e) => e.IsLockTimeout() ? new DatabaseIsBusy() : e.IsOutOfReach() || e.IsShutdown() ? new DatabaseIsAway() : null;
}
