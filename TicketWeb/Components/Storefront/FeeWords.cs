using System.Globalization;
using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Storefront;

/// <summary>The platform's fees in a sentence, as they are charged, so that no page promises others.</summary>
internal static class FeeWords
{
    public static string Of(IEnumerable<PlatformFee> fees, Currency currency) => fees.Where(f => f.Flat > 0 || f.BasisPoints > 0).Select(f => Of(f, currency)).ToList() switch
    {
        [] => "There is no fee: your visitors pay what you ask for.",
        var words => $"Our fee is {string.Join(", and ", words)}, paid by your visitor and shown from the start. Free tickets carry none.",
    };

    private static string Of(PlatformFee fee, Currency currency)
    {
        var (what, one) = fee.Per switch
        {
            FeeKind.AddOn => ("an add-on’s price", "an add-on"),
            FeeKind.Order => ("the whole order", "an order"),
            _ => ("the ticket’s price", "a ticket"),
        };
        var (share, flat) = ($"{Percent(fee.BasisPoints)} of {what}", new Money(fee.Flat, currency));
        var amount = (fee.BasisPoints, fee.Flat) switch
        {
            (_, 0) => share,
            (0, _) => $"{flat} {one}",
            _ => $"{share} and {flat}",
        };
        return (fee.From, fee.To) switch
        {
            (0, null) => amount,
            (0, { } to) => $"{amount} (up to {new Money(to, currency)})",
            (var from, null) => $"{amount} (from {new Money(from, currency)})",
            (var from, { } to) => $"{amount} ({new Money(from, currency)} to {new Money(to, currency)})",
        };
    }

    private static string Percent(int basisPoints) => (basisPoints / 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
