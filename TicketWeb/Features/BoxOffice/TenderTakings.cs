using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Features.BoxOffice;

/// <summary>What somebody took and gave back with one tender.</summary>
/// <param name="Tender">Null for what cost nothing.</param>
public sealed record TenderTakings(Tender? Tender, int Sales, Money Sold, int Refunds, Money Refunded)
{
    public Money Total => Sold - Refunded;
}
