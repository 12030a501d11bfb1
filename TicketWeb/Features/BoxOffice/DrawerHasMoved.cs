using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Features.BoxOffice;

/// <summary>Something was sold or given back while somebody counted.</summary>
/// <param name="Tender">With what; the first, where there are several.</param>
/// <param name="Expected">What it comes to now.</param>
public sealed record DrawerHasMoved(Tender Tender, Money Expected)
    : Refusal("drawer_has_moved", $"Something was sold or given back meanwhile: {Tender.Spoken()} should come to {Expected} now. Count again.");
