using System.Text;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
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
    : IHandle<OrderPaid>, IHandle<OrderMailWanted>, IHandle<OrderRefunded>, IHandle<LatePaymentRefunded>
{
    public Task HandleAsync(OrderPaid fact, CancellationToken cancel) => SendTicketsAsync(fact.OrderId, fact.OrganizationId, $"order-paid:{fact.OrderId.Value:N}", cancel);

    public Task HandleAsync(OrderMailWanted fact, CancellationToken cancel) => SendTicketsAsync(fact.OrderId, fact.OrganizationId, $"order-again:{fact.Key:N}", cancel);

    public async Task HandleAsync(OrderRefunded fact, CancellationToken cancel)
    {
        if (await passes.OfOrderAsync(fact.OrderId, cancel) is not { } book || !EmailAddress.TryParse(book.Order.Email, out var to))
            return;

        var amount = new Money(fact.Amount, book.Order.Quote.Currency);
        var page = new LetterPage(fact.Amount == 0 ? $"Your {(fact.Tickets.Count > 0 ? "tickets" : "add-ons")} were taken back" : AtDesk(book) ? "You get your money back" : "Your money is on its way back") { Sender = book.Organization.Name, Accent = Accent(book) };
        if (fact.Amount > 0)
            page.Paragraph($"{book.Organization.Name} has refunded {amount} for {book.Event.Title}. {(AtDesk(book) ? "You paid at the box office, and that is where you get it back: bring this mail." : "It goes back the way you paid. Banks take up to ten days to show it.")}");
        var gone = book.Tickets.Where(t => fact.Tickets.Contains(t.Ticket.Position)).ToList();
        if (gone.Count > 0)
            page.Paragraph($"{(gone.Count == 1 ? "This ticket does" : "These tickets do")} not let anybody in any more: {string.Join(", ", gone.Select(t => $"{book.TypeOf(t)} {t.Ticket.Number}"))}.");
        if (fact.AddOns.Count > 0)
            page.Paragraph($"This went back as well: {string.Join(", ", fact.AddOns.Select(a => $"{a.Count} × {NameOf(book, a)}"))}.");
        page.Facts(("What", book.Event.Title), ("When", EventMoment.Spoken(book.Event)), ("Order", book.Order.Number), ("Refunded", amount.ToString()))
            .Button("Show my order", links.To($"/orders/{book.Order.Number}/{book.Order.LinkToken}"));

        var subject = fact.Amount > 0 ? $"Your refund for {book.Event.Title}" : $"Your {(fact.Tickets.Count > 0 ? "tickets" : "add-ons")} for {book.Event.Title} were taken back";
        await mailRoom.PostAsync(Letter(to, subject, page, book, []), $"order-refunded:{fact.RefundId.Value:N}", fact.OrganizationId, cancel);
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

    private async Task SendTicketsAsync(OrderId order, OrganizationId organization, string occasion, CancellationToken cancel)
    {
        if (await passes.OfOrderAsync(order, cancel) is not { Good.Count: > 0 } book || !EmailAddress.TryParse(book.Order.Email, out var to))
            return;

        var url = links.To($"/orders/{book.Order.Number}/{book.Order.LinkToken}");
        var page = new LetterPage("You’re going.") { Sender = book.Organization.Name, Accent = Accent(book) }
            .Facts([
                ("What", book.Event.Title),
                ("When", EventMoment.Spoken(book.Event)),
                ("Where", $"{book.Event.Venue.Name}, {book.Event.Venue.City}"),
                ("Order", book.Order.Number),
                .. book.Order.AddOns.Select(a => ("With it", a.ToString())),
                .. Price(book.Order.Quote),
            ])
            .Button(book.Good.Count == 1 ? "Show my ticket" : "Show my tickets", url);
        foreach (var ticket in book.Good)
            page.Ticket(book.TypeOf(ticket), ticket.Ticket.HolderName, ticket.Ticket.Number, ContentId(ticket));
        page.Small("The codes are in this mail and in the PDF, so they work without a signal. Show each one once at the door.");

        await mailRoom.PostAsync(Letter(to, $"Your tickets for {book.Event.Title}", page, book, [.. Parts(book, url)]), occasion, organization, cancel);
    }

    private static Letter Letter(EmailAddress to, string subject, LetterPage page, PassBook book, IReadOnlyList<LetterPart> parts) => new(to, subject, page.Html(), page.Text(), parts)
    {
        SenderName = book.Organization.Name,
        ReplyTo = EmailAddress.TryParse(book.Organization.ContactEmail, out var contact) ? contact : null,
    };

    private static bool AtDesk(PassBook book) => book.Order.Channel == Channel.BoxOffice;

    private static string Accent(PassBook book) => book.Organization.BrandColor ?? "#5a35e8";

    /// <summary>The discount and the tax where there are any; the fees are told at the checkout.</summary>
    private static IEnumerable<(string Name, string Value)> Price(Quote quote)
    {
        if (quote is { Code: { } code, Discount.Minor: > 0 })
            yield return ("Discount", $"{Money.Zero(quote.Currency) - quote.Discount} with {code}");
        yield return ("Paid", quote.Total.Minor == 0 ? "Free" : quote.Total.ToString());
        if (quote.Tax.Minor > 0)
            yield return ("Tax in it", $"{quote.Tax} ({quote.TaxRule.Rate})");
    }

    private IEnumerable<LetterPart> Parts(PassBook book, string url)
    {
        foreach (var ticket in book.Good)
            yield return new LetterPart($"{ticket.Ticket.Number}.png", "image/png", passes.QrPng(ticket), ContentId(ticket));
        yield return new LetterPart($"tickets-{book.Order.Number}.pdf", "application/pdf", passes.Pdf(book));
        yield return new LetterPart("event.ics", "text/calendar", Encoding.UTF8.GetBytes(passes.Calendar(book, url)));
    }

    private static string NameOf(PassBook book, TicketCount addOn) => book.Order.Quote.Lines.First(l => l.TicketTypeId == addOn.TicketTypeId).Name;

    private static string ContentId(SignedTicket ticket) => $"{ticket.Ticket.Id.Value:N}@ticketweb";
}
