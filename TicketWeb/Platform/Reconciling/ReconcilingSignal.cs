using TicketWeb.Platform.Jobs;

namespace TicketWeb.Platform.Reconciling;

/// <summary>A run was asked for.</summary>
public sealed class ReconcilingSignal : WakeUp;
