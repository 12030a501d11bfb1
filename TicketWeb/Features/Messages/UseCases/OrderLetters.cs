using System.Text;
using TicketWeb.Features.Events;
using TicketWeb.Features.Messages.Domain;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Tickets;
using TicketWeb.Kernel;
using TicketWeb.Platform.Mail;
using TicketWeb.Platform.Outbox;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Messages.UseCases;

/// <summary>The mails to a buyer about their order.</summary>
internal sealed class OrderLetters(MailRoom mailRoom, IPasses passes, IOrders orders, IEvents events, IOrganizations organizations, PublicLinks links)
    : IHandle<OrderPaid>, IHandle<LatePaymentRefunded>
{
    public async Task HandleAsync(OrderPaid fact, CancellationToken cancel)
    {
        if (await passes.OfOrderAsync(fact.OrderId, cancel) is not { } book || !EmailAddress.TryParse(book.Order.Email, out var to))
            return;

        var url = links.To($"/orders/{book.Order.Number}/{book.Order.LinkToken}");
        var page = new LetterPage("You’re going.") { Sender = book.Organization.Name, Accent = book.Organization.BrandColor ?? "#5a35e8" }
            .Facts([
                ("What", book.Event.Title),
                ("When", EventMoment.Spoken(book.Event)),
                ("Where", $"{book.Event.Venue.Name}, {book.Event.Venue.City}"),
                ("Order", book.Order.Number),
                .. Price(book.Order.Quote),
            ])
            .Button(book.Tickets.Count == 1 ? "Show my ticket" : "Show my tickets", url);
        foreach (var ticket in book.Tickets)
            page.Ticket(book.TypeOf(ticket), ticket.Ticket.HolderName, ticket.Ticket.Number, ContentId(ticket));
        page.Small("The codes are in this mail and in the PDF, so they work without a signal. Show each one once at the door.");

        var letter = new Letter(to, $"Your tickets for {book.Event.Title}", page.Html(), page.Text(), [.. Parts(book, url)])
        {
            SenderName = book.Organization.Name,
            ReplyTo = EmailAddress.TryParse(book.Organization.ContactEmail, out var contact) ? contact : null,
        };
        await mailRoom.PostAsync(letter, $"order-paid:{fact.OrderId.Value:N}", fact.OrganizationId, cancel);
    }

    public async Task HandleAsync(LatePaymentRefunded fact, CancellationToken cancel)
    {
        if (await orders.FindAsync(fact.OrderId, cancel) is not { } order || !EmailAddress.TryParse(order.Email, out var to))
            return;

        var of = (await events.FindAsync(order.EventId, cancel))!;
        var organization = (await organizations.FindAsync(of.OrganizationId, cancel))!;
        var page = new LetterPage("Your payment came too late") { Sender = organization.Name }
            .Paragraph($"Your payment of {order.Quote.Total} for {of.Title} arrived after the time to pay had run out, and your tickets had gone to others meanwhile.")
            .Paragraph("We have sent the whole amount back to your card. Banks take up to ten days to show it.")
            .Facts(("Order", order.Number));
        await mailRoom.PostAsync(new Letter(to, $"Your payment for {of.Title} is on its way back", page.Html(), page.Text(), []), $"late-payment:{fact.OrderId.Value:N}", of.OrganizationId, cancel);
    }

    /// <summary>The discount and the tax where there are any; the fees are told at the checkout.</summary>
    private static IEnumerable<(string Name, string Value)> Price(Quote quote)
    {
        if (quote.Code is { } code)
            yield return ("Discount", $"{Money.Zero(quote.Currency) - quote.Discount} with {code}");
        yield return ("Paid", quote.Total.Minor == 0 ? "Free" : quote.Total.ToString());
        if (quote.Tax.Minor > 0)
            yield return ("Tax in it", $"{quote.Tax} ({quote.TaxRule.Rate})");
    }

    private IEnumerable<LetterPart> Parts(PassBook book, string url)
    {
        foreach (var ticket in book.Tickets)
            yield return new LetterPart($"{ticket.Ticket.Number}.png", "image/png", passes.QrPng(ticket), ContentId(ticket));
        yield return new LetterPart($"tickets-{book.Order.Number}.pdf", "application/pdf", passes.Pdf(book));
        yield return new LetterPart("event.ics", "text/calendar", Encoding.UTF8.GetBytes(passes.Calendar(book, url)));
    }

    private static string ContentId(SignedTicket ticket) => $"{ticket.Ticket.Id.Value:N}@ticketweb";
}
