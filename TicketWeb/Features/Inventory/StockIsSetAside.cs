using TicketWeb.Kernel;

namespace TicketWeb.Features.Inventory;

public sealed record StockIsSetAside() : Refusal("stock_set_aside", "Some of this ticket type is set aside in an allocation, from the pools it has now. Release that first.");
