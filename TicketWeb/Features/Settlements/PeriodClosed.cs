using System.Globalization;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Settlements;

public sealed record PeriodClosed : Refusal
{
    /// <param name="open">The first day that is not closed.</param>
    public PeriodClosed(DateOnly open)
        : base("period_closed", $"The open period begins on {open.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}. Choose a day from then on.") => Field = "lastDay";
}
