using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>Somebody at the desk has been paid.</summary>
internal sealed record DeskPayment(Access By, DeskInput Input);
