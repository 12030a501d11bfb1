using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

public sealed record BadWebhook(string Why) : Refusal("bad_webhook", Why);
