using TicketWeb.Platform.Jobs;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>A refund of an event was started.</summary>
public sealed class EventRefundSignal : WakeUp;
