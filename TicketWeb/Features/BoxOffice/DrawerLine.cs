using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Features.BoxOffice;

/// <summary>One tender in a drawer that is open.</summary>
/// <param name="Expected">What should be there. Of cash, without the change that was there at the start; below zero where more was given back than taken.</param>
public sealed record DrawerLine(Tender Tender, Money Expected);
