using TicketWeb.Features.Orders;

namespace TicketWeb.Features.Tickets;

/// <summary>The front door to tickets in a form that people carry.</summary>
public interface IPasses
{
    /// <summary>The order's passes, or null while it is not paid.</summary>
    Task<PassBook?> OfOrderAsync(OrderId order, CancellationToken cancel);

    /// <summary>The same for whoever holds the order's secret link; null alike for a wrong number and a wrong token.</summary>
    Task<PassBook?> OfLinkAsync(string number, string token, CancellationToken cancel);

    /// <summary>A PDF with a page for each ticket.</summary>
    byte[] Pdf(PassBook book);

    /// <summary>An iCalendar file with the event.</summary>
    string Calendar(PassBook book, string orderUrl);

    /// <summary>A ticket's code as SVG for a page.</summary>
    string QrSvg(SignedTicket ticket);

    /// <summary>A ticket's code as PNG for a mail.</summary>
    byte[] QrPng(SignedTicket ticket);
}
