using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

public sealed record NothingChosen() : Refusal("nothing_chosen", "Choose at least one ticket.");
