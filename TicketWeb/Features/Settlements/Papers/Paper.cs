using System.Globalization;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Settlements.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Pdf;

namespace TicketWeb.Features.Settlements.Papers;

/// <summary>Invoices, credit notes and receipts as they are printed.</summary>
internal static class Paper
{
    public static byte[] Invoice(Document invoice, OrderView order, EventView of, OrganizationProfile organization) =>
        Write($"Invoice {invoice.Number}", organization, document =>
        {
            var sheet = Begin(document, invoice.Seller, $"Invoice {invoice.Number}", invoice.BuyerName);
            sheet.Small($"Date {Day(invoice.IssuedAt, organization)} · order {order.Number}, paid {Day(order.PaidAt!.Value, organization)}");
            Sold(sheet, order, of);
        });

    public static byte[] CreditNotes(Document invoice, IReadOnlyList<(Document Note, RefundHistory Back)> notes, OrderView order, EventView of, OrganizationProfile organization) =>
        Write($"Credit notes for invoice {invoice.Number}", organization, document =>
        {
            foreach (var (note, back) in notes)
            {
                var sheet = Begin(document, note.Seller, $"Credit note {note.Number}", note.BuyerName);
                sheet.Small($"Date {Day(note.IssuedAt, organization)} · for invoice {invoice.Number} of {Day(invoice.IssuedAt, organization)}, order {order.Number}");
                var undone = back.Undone?.At > note.IssuedAt ? back.Undone : null;
                GivenBack(sheet, back, undone is null ? back.Fact.Proceeds : back.Fact.Proceeds - undone.Proceeds, order, of);
                if (undone is not null)
                    Undone(sheet, undone, order, organization);
            }
        });

    /// <summary>What a buyer can show to their office until there can be invoices: it has no number.</summary>
    public static byte[] Receipt(OrderView order, EventView of, OrganizationProfile organization) =>
        Write($"Receipt for order {order.Number}", organization, document =>
        {
            var sheet = Begin(document, new LegalDetails(organization.Name, organization.ContactEmail, ""), "Receipt", order.Name);
            sheet.Small($"Order {order.Number}, paid {Day(order.PaidAt!.Value, organization)}");
            Sold(sheet, order, of);
        });

    private static byte[] Write(string title, OrganizationProfile organization, Action<PdfDocument> draw)
    {
        var document = new PdfDocument { Title = title, Author = organization.Name };
        draw(document);
        return document.ToBytes();
    }

    private static PaperSheet Begin(PdfDocument document, LegalDetails seller, string title, string buyer)
    {
        var sheet = new PaperSheet(document);
        sheet.Strong(seller.Name);
        sheet.Plain(seller.Address);
        if (seller.TaxId.Length > 0)
            sheet.Small($"Tax number {seller.TaxId}");
        sheet.Gap();
        sheet.Title(title);
        sheet.Plain($"For {buyer}");
        return sheet;
    }

    private static void Sold(PaperSheet sheet, OrderView order, EventView of)
    {
        var quote = order.Quote;
        About(sheet, of);
        foreach (var line in quote.Lines)
            sheet.Line(line.UnitPrice.Minor == 0 ? $"{line.Count} × {line.Title}" : $"{line.Count} × {line.Name}, {line.UnitPrice} each", line.Price.ToString());
        if (quote.Discount.Minor > 0)
            sheet.Line("Discount", (quote.Tickets - quote.Discount - quote.Tickets).ToString());
        foreach (var (name, amount) in quote.NamedFees)
            sheet.Line(name, amount.ToString());
        if (quote is { Tax.Minor: > 0, TaxRule.Included: false })
            sheet.Line($"Tax, {quote.TaxRule.Rate}", quote.Tax.ToString());
        sheet.Line("Total", quote.Total.ToString(), total: true);
        if (quote is { Tax.Minor: > 0, TaxRule.Included: true })
            sheet.Line($"Tax in it, {quote.TaxRule.Rate} of the tickets", quote.Tax.ToString());
        sheet.Gap();
        sheet.Small("Paid in full.");
    }

    /// <param name="back">As it was when the note was given its number.</param>
    private static void GivenBack(PaperSheet sheet, RefundHistory refund, Proceeds back, OrderView order, EventView of)
    {
        var currency = order.Quote.Currency;
        var fees = back.OwnFees + back.PlatformFees + back.ProcessorFees;
        About(sheet, of);
        foreach (var (title, count, amount) in refund.Items)
            sheet.Line($"{count} × {title}", amount.ToString());
        // An amount that somebody gave back elsewhere is of no ticket, and counts for those that go back later.
        var others = back.Total - fees - refund.Items.Sum(i => i.Amount.Minor);
        if (others != 0)
            sheet.Line(others < 0 ? "Went back before" : "Of what was paid", new Money(others, currency).ToString());
        // The same where money had gone back before and some of it was of fees.
        var named = refund.Fees.Sum(f => f.Amount.Minor) == fees ? refund.Fees : [(QuoteFee.Unnamed, new Money(fees, currency))];
        foreach (var (name, amount) in named.Where(f => f.Amount.Minor > 0))
            sheet.Line(name, amount.ToString());
        sheet.Line("Goes back to you", new Money(back.Total, currency).ToString(), total: true);
        if (back.Tax > 0)
            sheet.Line($"Tax in it, {order.Quote.TaxRule.Rate} of the tickets", new Money(back.Tax, currency).ToString());
    }

    private static void Undone(PaperSheet sheet, RefundUndone undone, OrderView order, OrganizationProfile organization)
    {
        sheet.Gap();
        sheet.Strong($"Undone on {Day(undone.At!.Value, organization)}");
        sheet.Plain($"{new Money(-undone.Proceeds.Total, order.Quote.Currency)} of it came to nothing at the payment company.\nIt did not go back to you, and counts as paid.");
    }

    private static void About(PaperSheet sheet, EventView of)
    {
        sheet.Gap();
        sheet.Strong($"{of.Title}, {of.LocalStart.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}");
        sheet.Small($"{of.Venue.Name}, {of.Venue.City}");
    }

    private static string Day(DateTimeOffset at, OrganizationProfile organization) => at.LocalTime(organization.TimeZone).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
