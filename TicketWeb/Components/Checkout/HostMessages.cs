using System.Text.Json;
using TicketWeb.Components.Design;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Checkout;

/// <summary>
/// What a screen in a frame tells the page around it, for its attribute <c>data-tw-event</c>: a JSON array of messages. Prices are decimals in
/// text ("27.50"), all included. frame.ts and the loader see to it that each is heard once.
/// </summary>
internal static class HostMessages
{
    /// <summary>There is nothing to buy in this frame, and why: "site_not_listed", "not_found", "cancelled", "over", "failed".</summary>
    public static string Error(string reason) => Write(new { type = "error", reason });

    public static string Viewed(EventView of, IReadOnlyList<TicketRow> rows) => Write(new
    {
        type = "view_item",
        currency = of.Currency.Code,
        items = rows.Select(r => new { id = r.Id, name = r.Name, price = new Money(r.PriceMinor, of.Currency).ToPlainString() }),
    });

    /// <param name="paying">A payment was tried with what the buyer typed.</param>
    public static string Begun(CheckoutView order, bool paying) =>
        Write([About("begin_checkout", order.Number, order.Quote), .. paying ? [About("add_payment_info", order.Number, order.Quote)] : Array.Empty<object>()]);

    public static string Bought(string number, Quote quote) =>
        Write([.. quote.Total.Minor > 0 ? [About("add_payment_info", number, quote)] : Array.Empty<object>(), About("purchase", number, quote)]);

    public static string Expired(string number) => Write(new { type = "expired", order = number });

    private static object About(string type, string order, Quote quote) => new
    {
        type,
        order,
        total = quote.Total.ToPlainString(),
        currency = quote.Currency.Code,
        coupon = quote.Code,
        items = quote.Lines.Select(l => new { id = l.TicketTypeId.Value, name = l.Name, price = l.Each()[0].Total.ToPlainString(), quantity = l.Count }),
    };

    private static string Write(params object[] messages) => JsonSerializer.Serialize(messages);
}
