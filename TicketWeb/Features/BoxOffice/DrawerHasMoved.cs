using TicketWeb.Kernel;

namespace TicketWeb.Features.BoxOffice;

/// <summary>Something was sold or given back while somebody counted.</summary>
public sealed record DrawerHasMoved(Money Expected) : Refusal("drawer_has_moved", $"Something was sold or given back meanwhile: the drawer should hold {Expected} now. Count again.");
