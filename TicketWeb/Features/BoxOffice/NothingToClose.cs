using TicketWeb.Kernel;

namespace TicketWeb.Features.BoxOffice;

public sealed record NothingToClose() : Refusal("nothing_to_close", "Nothing has happened in this drawer since it was closed.");
