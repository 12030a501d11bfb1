using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

public sealed record NothingToSell() : Refusal("nothing_to_sell", "Add a ticket type with stock first, so that there is something to sell.");
