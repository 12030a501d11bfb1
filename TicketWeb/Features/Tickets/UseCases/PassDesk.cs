using System.Globalization;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Tickets.Passes;

namespace TicketWeb.Features.Tickets.UseCases;

internal sealed class PassDesk(IOrders orders, IEvents events, IOrganizations organizations, ITickets tickets, TimeProvider clock) : IPasses
{
    public async Task<PassBook?> OfOrderAsync(OrderId order, CancellationToken cancel) => await BindAsync(await orders.FindAsync(order, cancel), cancel);

    public async Task<PassBook?> OfLinkAsync(string number, string token, CancellationToken cancel) =>
        await BindAsync(await orders.FindByLinkAsync(number, token, cancel), cancel);

    public byte[] Pdf(PassBook book) => TicketPdf.Write([.. book.Good.Select((t, page) => new PassPage
    {
        EventName = book.Event.Title,
        TypeName = book.TypeOf(t),
        HolderName = t.Ticket.HolderName is { Length: > 0 } name ? name : null,
        When = book.Event.LocalStart.ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture),
        Doors = book.Event.LocalDoors?.ToString("HH:mm", CultureInfo.InvariantCulture),
        Where = book.Event.Venue.Name,
        Address = Address(book.Event.Venue),
        OrderNumber = book.Order.Number,
        TicketNumber = t.Ticket.Number,
        Code = t.Modules,
        OrganizerName = book.Organization.Name,
        AddOns = page == 0 ? [.. book.Order.AddOns.Select(a => a.ToString())] : [],
        Notes = book.Event.AgeLimit is { } age and > 0 ? $"{age} and over." : null,
    })]);

    public string Calendar(PassBook book, string orderUrl) => CalendarFile.Write(
        [
            new CalendarEntry
            {
                Uid = $"{book.Event.Id.Value:N}@ticketweb",
                Title = book.Event.Title,
                Start = book.Event.DoorsAt ?? book.Event.StartsAt,
                End = book.Event.EndsAt,
                Location = $"{book.Event.Venue.Name}, {Address(book.Event.Venue)}",
                Description = $"Your tickets: {orderUrl}",
                Url = new Uri(orderUrl),
            },
        ],
        clock.GetUtcNow());

    public string QrSvg(SignedTicket ticket) => QrPicture.Svg(ticket.Modules, $"Code of ticket {ticket.Ticket.Number}");

    public byte[] QrPng(SignedTicket ticket) => QrPicture.Png(ticket.Modules);

    private async Task<PassBook?> BindAsync(OrderView? order, CancellationToken cancel)
    {
        if (order is not { PaidAt: not null })
            return null;
        var of = (await events.FindAsync(order.EventId, cancel))!;
        return new PassBook(order, of, (await organizations.FindAsync(of.OrganizationId, cancel))!, await tickets.OfOrderAsync(order.Id, cancel));
    }

    private static string Address(VenueView venue) => string.Join(", ", new[] { venue.Address, $"{venue.PostalCode} {venue.City}".Trim() }.Where(p => p.Length > 0));
}
