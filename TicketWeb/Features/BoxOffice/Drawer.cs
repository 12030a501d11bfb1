using TicketWeb.Kernel;

namespace TicketWeb.Features.BoxOffice;

/// <summary>What has happened in somebody's drawer since it was last closed.</summary>
/// <param name="Cash">What should be in it, without the change that was in it at the start.</param>
public sealed record Drawer(DateTimeOffset Since, int Entries, Money Cash);
