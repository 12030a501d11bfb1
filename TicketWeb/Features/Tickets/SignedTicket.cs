namespace TicketWeb.Features.Tickets;

/// <summary>A ticket with the code that proves it.</summary>
public sealed record SignedTicket(TicketView Ticket, string Code);
