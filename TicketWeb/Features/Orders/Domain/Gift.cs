using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>What buyers type where they choose the amount.</summary>
internal static class Gift
{
    /// <summary>Null where it is no amount. A comma is none: whoever writes 12,50 does not mean 1,250.</summary>
    public static Money? Read(string? typed, Currency currency) => typed?.Contains(',', StringComparison.Ordinal) == true ? null : Money.ParseCharge(typed, currency);
}
