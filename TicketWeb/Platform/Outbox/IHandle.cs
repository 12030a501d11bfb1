using TicketWeb.Kernel;

namespace TicketWeb.Platform.Outbox;

/// <summary>Is told of a fact after it was committed, at least once: handling it twice must do no harm.</summary>
public interface IHandle<in TFact> where TFact : IFact
{
    Task HandleAsync(TFact fact, CancellationToken cancel);
}
