using TicketWeb.Features.Pricing;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>A fee that a buyer paid, with a line of an order or with one ticket or add-on of it, in minor units.</summary>
/// <param name="Name">As buyers see it.</param>
internal sealed record FeeShare(FeeReceiver Receiver, string Name, long Amount);
