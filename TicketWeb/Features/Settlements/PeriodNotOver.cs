using TicketWeb.Kernel;

namespace TicketWeb.Features.Settlements;

public sealed record PeriodNotOver : Refusal
{
    public PeriodNotOver()
        : base("period_not_over", "Choose a day that is over: until then something may still be sold.") => Field = "lastDay";
}
