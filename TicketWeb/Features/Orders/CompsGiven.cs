namespace TicketWeb.Features.Orders;

/// <summary>What was given away to a list of people.</summary>
public sealed record CompsGiven(int People, int Tickets);
