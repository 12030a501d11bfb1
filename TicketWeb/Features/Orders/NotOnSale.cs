using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

public sealed record NotOnSale(string Name) : Refusal("not_on_sale", $"{Name} is not on sale now.");
