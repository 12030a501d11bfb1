using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>The gateway sends it again.</summary>
public sealed record TooManyWebhooks() : Refusal("too_many_webhooks", "Very many webhooks are coming in. Please send it again later.");
