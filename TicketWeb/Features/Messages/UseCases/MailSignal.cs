using TicketWeb.Platform.Jobs;

namespace TicketWeb.Features.Messages.UseCases;

/// <summary>A mail was posted.</summary>
internal sealed class MailSignal : WakeUp;
