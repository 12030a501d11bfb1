using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>What buyers type where they choose the amount.</summary>
internal static class Gift
{
    /// <summary>Null where it is no amount. A comma is none: whoever writes 12,50 does not mean 1,250.</summary>
    public static Money? Read(string? typed, Currency currency) => typed?.Contains(',', StringComparison.Ordinal) == true ? null : Money.ParseCharge(typed, currency);

    /// <summary>Why this cannot be given for one; null where it can.</summary>
    public static Refusal? Refused(TicketTypeView type, string? typed) =>
        TooLarge(type, typed) ?? (Read(typed, type.Price.Currency)?.Minor >= type.Price.Minor ? null : new AmountTooSmall(type));

    /// <summary>The same while somebody is still typing.</summary>
    public static Refusal? TooLarge(TicketTypeView type, string? typed) => Money.IsMore(typed, Most(type)) ? new GiftTooLarge(type, Most(type)) : null;

    /// <summary>A hundred thousand, or as much as that is about worth; never less than the least.</summary>
    private static Money Most(TicketTypeView type) =>
        type.Price with { Minor = Math.Max(type.Price.Minor, type.Price.Currency.Digits == 3 ? 100_000_000 : 10_000_000) };
}
