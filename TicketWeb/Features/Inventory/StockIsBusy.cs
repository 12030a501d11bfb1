using TicketWeb.Kernel;

namespace TicketWeb.Features.Inventory;

public sealed record StockIsBusy() : Refusal("stock_busy", "Very many people are buying right now. Please try again in a moment.");
