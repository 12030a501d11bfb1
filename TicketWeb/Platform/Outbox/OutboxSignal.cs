using TicketWeb.Platform.Jobs;

namespace TicketWeb.Platform.Outbox;

/// <summary>Facts were written.</summary>
public sealed class OutboxSignal : WakeUp;
